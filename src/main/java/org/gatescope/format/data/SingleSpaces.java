package org.gatescope.format.data;

import java.io.IOException;
import java.io.Reader;

/** Spaces and tabs as single spaces between what is written in a line, and none around it. */
final class SingleSpaces extends Reader {
    private static final int BUFFER = 1 << 13;

    private final Reader from;
    private final char[] read = new char[BUFFER];
    private int count;
    private int at;
    private boolean isAtStart = true;
    private boolean isPending;

    SingleSpaces(Reader from) {
        this.from = from;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            if (at == count && !fill()) {
                break;
            }
            char c = read[at];
            boolean isSpace = c == ' ' || c == '\t';
            boolean isEnd = c == '\n' || c == '\r';
            if (!isSpace && !isEnd && isPending) {
                into[offset + written++] = ' ';
                isPending = false;
                continue; // the character itself is next
            }
            at++;
            if (isSpace) {
                isPending = !isAtStart;
            } else {
                isPending = false;
                isAtStart = isEnd;
                into[offset + written++] = c;
            }
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private boolean fill() throws IOException {
        count = Math.max(0, from.read(read, 0, BUFFER));
        at = 0;
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}

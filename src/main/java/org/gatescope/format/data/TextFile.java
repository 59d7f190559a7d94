package org.gatescope.format.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.PlainFile;
import org.gatescope.text.Texts;

/**
 * A file of text and its encoding: as its byte order mark says, otherwise UTF-8, or where it is not that, Windows' Latin
 * letters, in which older spreadsheets write.
 */
public record TextFile(FilePart bytes, Charset encoding) {
    /** More than fits into a session, however it is written. */
    static final long MOST_MEGABYTES = 512;

    private static final Texts TEXTS = Texts.of(TextFile.class);
    private static final int BUFFER = 1 << 16;

    /** @throws FormatException if it cannot be read, is larger than what is read of text, or holds bytes of no text */
    static TextFile of(Path file) throws FormatException {
        FilePart bytes = PlainFile.whole(file);
        if (bytes.size() > MOST_MEGABYTES << 20) {
            throw FormatException.of(TEXTS, "file.large", MOST_MEGABYTES);
        }
        try {
            TextFile marked = new TextFile(bytes, marked(bytes));
            if (marked.isReadable()) {
                return marked;
            }
            TextFile latin = new TextFile(bytes, Charset.forName("windows-1252"));
            latin.isReadable(); // always, unless there are bytes of no text
            return latin;
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    private static Charset marked(FilePart bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] first = in.readNBytes(2);
            boolean isMarked = first.length == 2;
            if (isMarked && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
            return isMarked && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE
                    ? StandardCharsets.UTF_16LE
                    : StandardCharsets.UTF_8;
        }
    }

    private boolean isReadable() throws IOException, FormatException {
        char[] buffer = new char[BUFFER];
        try (Reader reader = open()) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == 0) {
                        throw FormatException.of(TEXTS, "file.no-text");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** From its first character on, the byte order mark left out. */
    Reader open() throws IOException {
        Reader reader = new InputStreamReader(
                new BufferedInputStream(bytes.open(), BUFFER),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(
                                encoding.equals(StandardCharsets.UTF_8)
                                        ? CodingErrorAction.REPORT
                                        : CodingErrorAction.REPLACE));
        try {
            return withoutMark(reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader pushed = new PushbackReader(reader, 1);
        int first = pushed.read();
        if (first >= 0 && first != '\uFEFF') {
            pushed.unread(first);
        }
        return pushed;
    }

    /** Without its folder. */
    String name() {
        return String.valueOf(bytes.file().getFileName());
    }

    /** Its beginning. */
    String beginning(int characters) throws FormatException {
        char[] text = new char[characters];
        try (Reader reader = open()) {
            int count = 0;
            for (int more = 0; more >= 0 && count < characters; count += Math.max(0, more)) {
                more = reader.read(text, count, characters - count);
            }
            return new String(text, 0, count);
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }
}

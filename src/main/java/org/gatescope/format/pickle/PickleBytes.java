package org.gatescope.format.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.gatescope.format.FormatException;

/** The bytes of a pickle, taken one after the other. */
final class PickleBytes {
    private static final int LONGEST_NAME = 1000;

    private final ByteBuffer bytes;

    PickleBytes(byte[] pickle) {
        bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int unsigned() throws FormatException {
        require(1);
        return bytes.get() & 0xFF;
    }

    int unsignedShort() throws FormatException {
        require(Short.BYTES);
        return bytes.getShort() & 0xFFFF;
    }

    int whole() throws FormatException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    long wide() throws FormatException {
        require(Long.BYTES);
        return bytes.getLong();
    }

    void skip(long count) throws FormatException {
        require(count);
        bytes.position(bytes.position() + (int) count);
    }

    String text(long count) throws FormatException {
        require(count);
        String text = new String(bytes.array(), bytes.position(), (int) count, StandardCharsets.UTF_8);
        skip(count);
        return text;
    }

    /** Up to the end of the line, which is skipped. */
    String line() throws FormatException {
        int start = bytes.position();
        while (unsigned() != '\n') {
            if (bytes.position() - start > LONGEST_NAME) {
                throw broken();
            }
        }
        return new String(bytes.array(), start, bytes.position() - 1 - start, StandardCharsets.UTF_8);
    }

    private void require(long count) throws FormatException {
        if (count < 0 || count > bytes.remaining()) {
            throw broken();
        }
    }

    FormatException broken() {
        return new FormatException("pickle.broken", bytes.position());
    }
}

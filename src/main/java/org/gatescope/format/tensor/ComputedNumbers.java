package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gatescope.format.FormatException;

/**
 * Numbers that stand in no file as they are, but follow from what does.
 *
 * @param count  how many there are
 * @param values gives all of them, in the order of rows
 */
public record ComputedNumbers(int count, Values values) implements ByteSource {
    /** Works the numbers out. */
    @FunctionalInterface
    public interface Values {
        /** All of them. @throws FormatException if what they follow from cannot be read */
        double[] get() throws FormatException;
    }

    /** A tensor of such numbers. */
    public static NamedTensor tensor(String name, Dimensions dimensions, Values values) {
        ComputedNumbers numbers = new ComputedNumbers(dimensions.count(), values);
        return new NamedTensor(
                name,
                dimensions,
                new StoredNumbers(numbers, ElementType.F64, ByteOrder.LITTLE_ENDIAN, 0, dimensions.rowMajor()));
    }

    @Override
    public long size() {
        return (long) count * Double.BYTES;
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new Encoded(values.get());
        } catch (FormatException e) {
            throw new IOException(e);
        }
    }

    /** Numbers as bytes, a few at a time. */
    private static final class Encoded extends InputStream {
        private static final int MOST = 1024;
        private final double[] values;
        private final ByteBuffer bytes =
                ByteBuffer.allocate(MOST * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private int next;

        Encoded(double[] values) {
            this.values = values;
            bytes.limit(0);
        }

        @Override
        public int read() {
            return fill() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(into, offset, count);
            return count;
        }

        private boolean fill() {
            if (!bytes.hasRemaining()) {
                bytes.clear();
                while (next < values.length && bytes.hasRemaining()) {
                    bytes.putDouble(values[next++]);
                }
                bytes.flip();
            }
            return bytes.hasRemaining();
        }
    }
}

package org.gatescope.format.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.gatescope.format.FormatException;

/** Consecutive numbers of a block, decoded a buffer at a time. */
final class NumberBlock {
    private static final int BUFFER = 1 << 16;

    private NumberBlock() {}

    static double[] read(String name, StoredNumbers numbers, long count) throws FormatException {
        try (InputStream in = numbers.source().open()) {
            in.skipNBytes(numbers.offset() * numbers.type().bytes());
            double[] values = decoded(in, numbers, (int) count);
            in.skip(Long.MAX_VALUE); // to its end, where a checksum is looked at
            return values;
        } catch (EOFException e) {
            throw new FormatException("tensor.short", name);
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException("tensor.broken", name);
        }
    }

    private static double[] decoded(InputStream in, StoredNumbers numbers, int count) throws IOException {
        double[] values = new double[count];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(numbers.order());
        for (int i = 0; i < count; ) {
            int wanted =
                    (int) Math.min(BUFFER, (count - i) * (long) numbers.type().bytes());
            if (in.readNBytes(buffer.array(), 0, wanted) < wanted) {
                throw new EOFException();
            }
            for (buffer.clear().limit(wanted); buffer.hasRemaining(); i++) {
                values[i] = numbers.type().next(buffer);
            }
        }
        return values;
    }
}

package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * An array of doubles as NumPy writes it.
 *
 * @param values row after row; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be written, never compared
public record NpyArray(Dimensions dimensions, double[] values) {
    /** The numbers of numpy.lib.format begin at a multiple of it. */
    private static final int ALIGNMENT = 64;

    private static final int BUFFER = 1 << 13;

    public NpyArray {
        if (values.length != dimensions.count()) {
            throw new IllegalArgumentException(values.length + " numbers as " + dimensions);
        }
    }

    /** Header and numbers, little-endian. */
    public void writeTo(OutputStream out) throws IOException {
        writeTo(out, Precision.FLOAT64);
    }

    /** The same in another precision: numbers are rounded to the nearest one. */
    public void writeTo(OutputStream out, Precision precision) throws IOException {
        out.write(header(precision.numpy(), shape()));
        writeNumbers(out, precision);
    }

    /** The numbers alone, little-endian. */
    void writeNumbers(OutputStream out, Precision precision) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER * precision.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BUFFER) {
            int count = Math.min(BUFFER, values.length - from);
            buffer.clear();
            for (int i = from; i < from + count; i++) {
                precision.put(values[i], buffer);
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    /** What stands before the numbers. @param type and {@code shape} as NumPy writes them */
    static byte[] header(String type, String shape) {
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int start = NpyHeader.MAGIC.length() + 4;
        int padding = ALIGNMENT - (start + text.length() + 1) % ALIGNMENT;
        String padded = text + " ".repeat(padding % ALIGNMENT) + "\n";
        ByteBuffer header = ByteBuffer.allocate(start + padded.length()).order(ByteOrder.LITTLE_ENDIAN);
        header.put(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0);
        header.putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    /** A tuple: one size has a comma behind it. */
    private String shape() {
        String sizes = dimensions.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + sizes + (dimensions.depth() == 1 ? ",)" : ")");
    }
}

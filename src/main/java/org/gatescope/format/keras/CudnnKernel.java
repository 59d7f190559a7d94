package org.gatescope.format.keras;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.ByteSource;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.StoredNumbers;

/**
 * The kernel of {@code CuDNNLSTM} and {@code CuDNNGRU}. It has the sizes of an LSTM's, but the numbers of each gate's
 * table (D, H), read row after row, are those of the plain table read column after column.
 *
 * @param kernel as it is stored, (D, gates · H)
 */
record CudnnKernel(NamedTensor kernel, int gates) implements ByteSource {

    /** The table as an LSTM has it, under the same name. */
    static NamedTensor plain(NamedTensor kernel, int gates) {
        StoredNumbers numbers = new StoredNumbers(
                new CudnnKernel(kernel, gates),
                ElementType.F64,
                ByteOrder.LITTLE_ENDIAN,
                0,
                kernel.dimensions().rowMajor());
        return new NamedTensor(kernel.name(), kernel.dimensions(), numbers);
    }

    @Override
    public long size() {
        return kernel.dimensions().count() * (long) Double.BYTES;
    }

    @Override
    public InputStream open() throws IOException {
        double[] stored = stored();
        int inputs = kernel.dimensions().size(0);
        int columns = kernel.dimensions().size(1);
        int hidden = columns / gates;
        ByteBuffer plain = ByteBuffer.allocate(stored.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < inputs; row++) {
            for (int column = 0; column < columns; column++) {
                int within = row + inputs * (column % hidden);
                int first = column / hidden * hidden;
                plain.putDouble(stored[within / hidden * columns + first + within % hidden]);
            }
        }
        return new ByteArrayInputStream(plain.array());
    }

    private double[] stored() throws IOException {
        try {
            return kernel.values();
        } catch (FormatException e) {
            throw new IOException(e);
        }
    }
}

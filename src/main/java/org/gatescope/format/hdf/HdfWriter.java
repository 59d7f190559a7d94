package org.gatescope.format.hdf;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.Precision;

/** Writes arrays as HDF5. */
public final class HdfWriter {
    private HdfWriter() {}

    /**
     * A whole file.
     *
     * @param arrays of one or two dimensions, by paths whose parts are set apart by {@code /}
     */
    public static void write(Map<String, NpyArray> arrays, Precision precision, OutputStream out) throws IOException {
        Path temporary = Files.createTempFile("gatescope", ".h5"); // jHDF goes back and forth in a file
        try {
            write(arrays, precision, temporary);
            Files.copy(temporary, out);
        } catch (HdfException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Map<String, NpyArray> arrays, Precision precision, Path file) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            Map<String, WritableGroup> groups = new HashMap<>(Map.of("", hdf));
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                String path = "/" + array.getKey();
                int name = path.lastIndexOf('/');
                group(path.substring(0, name), groups)
                        .putDataset(path.substring(name + 1), numbers(array.getValue(), precision));
            }
        }
    }

    private static WritableGroup group(String path, Map<String, WritableGroup> groups) {
        WritableGroup known = groups.get(path);
        if (known != null) {
            return known;
        }
        int name = path.lastIndexOf('/');
        WritableGroup made = group(path.substring(0, name), groups).putGroup(path.substring(name + 1));
        groups.put(path, made);
        return made;
    }

    /** As jHDF has them: nested arrays of Java. */
    private static Object numbers(NpyArray array, Precision precision) {
        List<Integer> sizes = array.dimensions().sizes();
        if (sizes.size() == 1) {
            return row(array.values(), 0, sizes.getFirst(), precision);
        }
        Object[] rows = precision == Precision.FLOAT64 ? new double[sizes.get(0)][] : new float[sizes.get(0)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(array.values(), i * sizes.get(1), sizes.get(1), precision);
        }
        return rows;
    }

    private static Object row(double[] values, int start, int length, Precision precision) {
        if (precision == Precision.FLOAT64) {
            return Arrays.copyOfRange(values, start, start + length);
        }
        float[] rounded = new float[length];
        for (int i = 0; i < length; i++) {
            rounded[i] = (float) values[start + i];
        }
        return rounded;
    }
}

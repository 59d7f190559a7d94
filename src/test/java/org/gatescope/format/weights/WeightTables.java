package org.gatescope.format.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;

/** Files of weights for tests. */
final class WeightTables {
    private WeightTables() {}

    /** Writes tables as {@code name:rows x columns}, with numbers that count from 0, to an archive. */
    static Path write(Path npz, String... tables) throws IOException {
        try (NpzWriter out = new NpzWriter(Files.newOutputStream(npz))) {
            for (String table : tables) {
                int colon = table.lastIndexOf(':');
                Integer[] sizes = Arrays.stream(table.substring(colon + 1).split("x"))
                        .map(Integer::valueOf)
                        .toArray(Integer[]::new);
                Dimensions dimensions = Dimensions.of(sizes);
                double[] values =
                        IntStream.range(0, dimensions.count()).asDoubleStream().toArray();
                out.add(table.substring(0, colon), new NpyArray(dimensions, values));
            }
        }
        return npz;
    }
}

package org.gatescope.format.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.Precision;
import org.gatescope.format.tensor.SafetensorsWriter;

/** Writes weights into files; the ending of the name says of what kind. */
public record WeightExport(WeightNames names, Precision precision) {
    private static final String NPZ = ".npz";
    private static final String SAFETENSORS = ".safetensors";
    /** What the names of files can end with. */
    public static final List<String> ENDINGS = List.of(SAFETENSORS, NPZ);

    /** True for a name with a known ending. */
    public static boolean isKnown(Path file) {
        return ENDINGS.stream().anyMatch(ending -> ends(file, ending));
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Writes a file whole, or leaves what was there.
     *
     * @param file with a known ending
     * @throws FormatException if the network cannot be written so
     * @throws IOException if the file cannot be written
     */
    public void write(ExportedNetwork exported, Path file) throws FormatException, IOException {
        Map<String, NpyArray> arrays = names.arrays(exported);
        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            for (double number : array.getValue().values()) {
                if (!precision.holds(number)) {
                    throw new FormatException("export.range", array.getKey(), precision.id());
                }
            }
        }
        WholeFile.write(
                out -> {
                    if (ends(file, SAFETENSORS)) {
                        SafetensorsWriter.write(arrays, precision, out);
                        return;
                    }
                    try (NpzWriter npz = new NpzWriter(out)) {
                        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                            npz.add(array.getKey(), array.getValue(), precision);
                        }
                    }
                },
                file);
    }
}

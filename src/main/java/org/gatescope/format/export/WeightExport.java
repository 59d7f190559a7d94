package org.gatescope.format.export;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.Precision;
import org.gatescope.format.tensor.SafetensorsWriter;

/** Writes weights into files; the ending of the name says of what kind. */
public record WeightExport(WeightNames names, Precision precision) {
    private static final String NPZ = ".npz";
    /** A model and not only its tables; it has names of its own. */
    public static final String ONNX = ".onnx";

    private static final String SAFETENSORS = ".safetensors";
    /** What the names of files can end with. */
    public static final List<String> ENDINGS = List.of(SAFETENSORS, NPZ, ONNX);

    /** Those of files that hold named tables. */
    public static final List<String> TABLES = List.of(SAFETENSORS, NPZ);

    /** True for a name with a known ending. */
    public static boolean isKnown(Path file) {
        return ENDINGS.stream().anyMatch(ending -> ends(file, ending));
    }

    /** True for a name that asks for a model. */
    public static boolean isOnnx(Path file) {
        return ends(file, ONNX);
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
        requireRange(exported.parameters());
        if (isOnnx(file)) {
            ByteString model = OnnxExport.of(exported, precision);
            WholeFile.write(model::writeTo, file);
        } else {
            write(names.arrays(exported), file);
        }
    }

    private void write(Map<String, NpyArray> arrays, Path file) throws IOException {
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

    private void requireRange(Map<String, Matrix> tables) throws FormatException {
        for (Map.Entry<String, Matrix> table : tables.entrySet()) {
            Matrix outside = table.getValue().map(number -> precision.holds(number) ? 0 : 1);
            if (outside.sumOfSquares() != 0) {
                throw new FormatException("export.range", table.getKey(), precision.id());
            }
        }
    }
}

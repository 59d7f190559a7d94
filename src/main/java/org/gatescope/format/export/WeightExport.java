package org.gatescope.format.export;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.hdf.HdfWriter;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.Precision;
import org.gatescope.format.tensor.SafetensorsWriter;

/** Writes weights into files; the ending of the name says of what kind. */
public record WeightExport(WeightNames names, Precision precision) {
    private static final String NPZ = ".npz";
    /** A model and not only its tables; it has names of its own. */
    public static final String ONNX = ".onnx";

    /** As Keras 3 keeps weights. */
    public static final String KERAS = ".weights.h5";

    private static final String SAFETENSORS = ".safetensors";
    /** What the names of files can end with. */
    public static final List<String> ENDINGS = List.of(SAFETENSORS, NPZ, KERAS, ONNX);

    private static final List<String> TABLES = List.of(SAFETENSORS, NPZ);

    /** True for a name with a known ending. */
    public static boolean isKnown(Path file) {
        return ENDINGS.stream().anyMatch(ending -> ends(file, ending));
    }

    /** What a file with such names can end with, the usual one first. */
    public static List<String> endings(WeightNames names) {
        return names == WeightNames.KERAS ? List.of(KERAS, NPZ, SAFETENSORS) : TABLES;
    }

    /** The ending of a file whose kind says what its names are, {@link #ONNX} or {@link #KERAS}. */
    public static Optional<String> ownNames(Path file) {
        return Stream.of(ONNX, KERAS).filter(ending -> ends(file, ending)).findFirst();
    }

    static boolean ends(Path file, String ending) {
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
        if (ends(file, ONNX)) {
            ByteString model = OnnxExport.of(exported, precision);
            WholeFile.write(model::writeTo, file);
        } else if (ends(file, KERAS)) {
            Map<String, NpyArray> arrays = new KerasTables(exported, true).arrays();
            WholeFile.write(out -> HdfWriter.write(arrays, precision, out), file);
        } else {
            write(names.arrays(exported), names.texts(exported.network()), file);
        }
    }

    private void write(Map<String, NpyArray> arrays, Map<String, String> texts, Path file) throws IOException {
        WholeFile.write(
                out -> {
                    if (ends(file, SAFETENSORS)) {
                        SafetensorsWriter.write(arrays, texts, precision, out);
                        return;
                    }
                    try (NpzWriter npz = new NpzWriter(out)) {
                        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                            npz.add(array.getKey(), array.getValue(), precision);
                        }
                        for (Map.Entry<String, String> text : texts.entrySet()) {
                            npz.add(text.getKey(), text.getValue());
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

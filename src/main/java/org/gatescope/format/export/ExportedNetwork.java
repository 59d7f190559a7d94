package org.gatescope.format.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NpyArray;

/**
 * A network to be written, seen as other libraries have it.
 *
 * @param parameters by full name
 */
public record ExportedNetwork(Network network, Map<String, Matrix> parameters) {
    /** In the order of the network. */
    public ExportedNetwork {
        Map<String, Matrix> ordered = new LinkedHashMap<>();
        for (String name : network.parameters().keySet()) {
            ordered.put(name, Objects.requireNonNull(parameters.get(name)));
        }
        parameters = Collections.unmodifiableMap(ordered);
    }

    /** A parameter of the network. @param name in full */
    Matrix table(String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    /** True for a bias and what else has one row because its cell says so. @param name in full */
    public boolean isVector(String name) {
        FullName full = FullName.of(name);
        return name.equals(ReadOut.BIAS)
                || network.parts().stream()
                        .filter(part -> part.parameterKey().equals(full.part()))
                        .map(part -> part.layer().cell().parameters().get(full.local()))
                        .anyMatch(shape -> shape != null && shape.rows().equals(Extent.ONE));
    }

    boolean hasEmbedding() {
        return network.embedding().isPresent();
    }

    /** False too where the states are read out as they are. */
    boolean hasDense() {
        return network.readOut().filter(ReadOut::hasWeights).isPresent();
    }

    /** (V, columns). */
    NpyArray embedding() {
        return TableArrays.beside(List.of(table(Embedding.TABLE)));
    }

    /** (width, K). */
    NpyArray denseWeights() {
        return TableArrays.beside(List.of(table(ReadOut.WEIGHTS)));
    }

    /** (K). */
    NpyArray denseBias() {
        Matrix none = Matrix.zeros(1, table(ReadOut.WEIGHTS).columns()); // where it is read out without one
        return TableArrays.vector(parameters.getOrDefault(ReadOut.BIAS, none).toArray()[0]);
    }

    /** What the cell of a layer is elsewhere. @throws FormatException if it is nothing there, or its directions are tied or merged as they are not there */
    KnownCell known(int index, String library) throws FormatException {
        Layer layer = network.layers().get(index);
        KnownCell known = KnownCell.of(layer.cell()).orElseThrow(() -> noSuchCell(index, library));
        if (known == KnownCell.LSTM_PROJECTED && !library.equals(TorchTables.LIBRARY)) {
            throw noSuchCell(index, library);
        }
        if (library.equals(KerasTables.LIBRARY) && !known.isInKeras()) {
            throw noSuchCell(index, library);
        }
        if (layer.directions() == Directions.TIED) {
            throw new FormatException("export.tied", library, index);
        }
        if (layer.directions() == Directions.REVERSE && !library.equals(OnnxExport.LIBRARY)) {
            throw new FormatException("export.reverse", library, index);
        }
        if (layer.isMerged() && !library.equals(KerasTables.LIBRARY)) {
            throw new FormatException("export.merged", library, index);
        }
        return known;
    }

    /** The cell by its title, or its last line where it has none. */
    FormatException noSuchCell(int index, String library) {
        Cell cell = network.layers().get(index).cell();
        String last = cell.source().strip().lines().reduce("", (before, line) -> line);
        return new FormatException("export.cell", library, index, cell.title().isEmpty() ? last : cell.title());
    }
}

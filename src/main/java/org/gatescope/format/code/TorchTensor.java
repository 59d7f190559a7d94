package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;

/**
 * A tensor of PyTorch's modules, made of Gatescope's parameters below one another.
 *
 * @param isTurned if rows become columns
 */
record TorchTensor(String name, List<Piece> pieces, boolean isTurned, boolean isVector) {
    /**
     * Some rows of it.
     *
     * @param parameter full name
     * @param isThere   false for a second bias that the cell does not have: it is 0, and has the gradient of the first
     */
    record Piece(String parameter, boolean isThere) {}

    /** All tensors of a network. */
    static List<TorchTensor> of(Network network, List<TorchModule> modules) {
        List<TorchTensor> all = new ArrayList<>();
        network.embedding()
                .ifPresent(embedding -> all.add(
                        new TorchTensor("embedding.weight", List.of(new Piece(Embedding.TABLE, true)), false, false)));
        for (int index = 0; index < modules.size(); index++) {
            for (Part part : modules.get(index).parts()) {
                add(all, modules.get(index), part, "layers." + index + ".");
            }
        }
        network.readOut().filter(ReadOut::hasWeights).ifPresent(dense -> {
            all.add(new TorchTensor("dense.weight", List.of(new Piece(ReadOut.WEIGHTS, true)), true, false));
            if (dense.hasBias()) {
                all.add(new TorchTensor("dense.bias", List.of(new Piece(ReadOut.BIAS, true)), true, true));
            }
        });
        return all;
    }

    private static void add(List<TorchTensor> all, TorchModule module, Part part, String prefix) {
        List<String> gates = module.cell().torch();
        String behind = "_l" + (part.index() - module.first()) + (part.reversed() ? "_reverse" : "");
        all.add(new TorchTensor(prefix + "weight_ih" + behind, pieces(part, "Wx", gates), true, false));
        all.add(new TorchTensor(prefix + "weight_hh" + behind, pieces(part, "Wh", gates), true, false));
        all.add(new TorchTensor(prefix + "bias_ih" + behind, pieces(part, "b", gates), true, true));
        List<Piece> second = gates.stream()
                .map(gate -> {
                    boolean isThere = part.layer().cell().parameters().containsKey("bh." + gate);
                    return new Piece(part.parameter((isThere ? "bh." : "b.") + gate), isThere);
                })
                .toList();
        all.add(new TorchTensor(prefix + "bias_hh" + behind, second, true, true));
        if (part.layer().cell().parameters().containsKey("Wr")) {
            all.add(new TorchTensor(
                    prefix + "weight_hr" + behind, List.of(new Piece(part.parameter("Wr"), true)), true, false));
        }
    }

    private static List<Piece> pieces(Part part, String kind, List<String> gates) {
        return gates.stream()
                .map(gate -> new Piece(part.parameter(kind + "." + gate), true))
                .toList();
    }

    /** Its numbers; of a vector, one column. @param parameters by full name */
    Matrix values(Map<String, Matrix> parameters) {
        return below(pieces.stream()
                .map(piece -> {
                    Matrix table = turned(parameters, piece);
                    return piece.isThere() ? table : Matrix.zeros(table.rows(), table.columns());
                })
                .toList());
    }

    Matrix gradients(Map<String, Matrix> gradients) {
        return below(pieces.stream().map(piece -> turned(gradients, piece)).toList());
    }

    private Matrix turned(Map<String, Matrix> tables, Piece piece) {
        Matrix table = Objects.requireNonNull(tables.get(piece.parameter()), piece.parameter());
        int columns = table.columns();
        return isTurned ? Matrix.copyOf(flat(table), 0, table.rows(), columns, table.rows()) : table;
    }

    /** Column by column. */
    private static double[] flat(Matrix table) {
        double[] flat = new double[table.rows() * table.columns()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                flat[column * table.rows() + row] = table.get(row, column);
            }
        }
        return flat;
    }

    /** Tables below one another. */
    static Matrix below(List<Matrix> tables) {
        int columns = tables.getFirst().columns();
        List<double[]> rows = new ArrayList<>();
        tables.forEach(table -> rows.addAll(List.of(table.toArray())));
        return Matrix.of(rows.toArray(double[][]::new), columns);
    }

    /** True if the cell has no parameter for some of its pieces, which stand at its top. */
    boolean lacksAny() {
        return pieces.stream().anyMatch(piece -> !piece.isThere());
    }

    /** Rows at its top that the cell has no parameter for. @param parameters by full name */
    int absent(Map<String, Matrix> parameters) {
        return pieces.stream()
                .filter(piece -> !piece.isThere())
                .mapToInt(piece -> turned(parameters, piece).rows())
                .sum();
    }

    /** True if nothing of it is trained. @param held full names */
    boolean isHeld(Set<String> held) {
        return pieces.stream().noneMatch(piece -> isTrained(piece, held));
    }

    /** True if some of it is trained and something is not that the cell has. */
    boolean isHeldInPart(Set<String> held) {
        return !isHeld(held) && pieces.stream().anyMatch(piece -> piece.isThere() && held.contains(piece.parameter()));
    }

    private static boolean isTrained(Piece piece, Set<String> held) {
        return piece.isThere() && !held.contains(piece.parameter());
    }
}

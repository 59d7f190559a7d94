package org.gatescope.format.found;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gatescope.engine.Matrix;
import org.gatescope.format.tensor.NamedTensor;

/**
 * Where a parameter comes from: the sum of blocks of equal size, and perhaps a number that is added when the network is
 * run. Without blocks it is that number everywhere.
 *
 * @param rows    of the parameter
 * @param columns of the parameter
 */
public record StoredParameter(int rows, int columns, List<Block> blocks, double added) {
    /** @throws IllegalArgumentException if a block reaches beyond its tensor */
    public StoredParameter {
        blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            boolean isInside = rows == 0
                    || columns == 0
                    || block.place(rows - 1, columns - 1)
                            < block.tensor().dimensions().count();
            if (!isInside) {
                throw new IllegalArgumentException(block.tensor().name());
            }
        }
    }

    /** What is there as it is. */
    public StoredParameter(int rows, int columns, Block... blocks) {
        this(rows, columns, List.of(blocks), 0);
    }

    /** With a number that is added to each. */
    public StoredParameter plus(double number) {
        return new StoredParameter(rows, columns, blocks, added + number);
    }

    /** With another block that is added. */
    public StoredParameter plus(Block block) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(block);
        return new StoredParameter(rows, columns, all, added);
    }

    /** The parameter. @param values all numbers of a tensor */
    Matrix matrix(Function<NamedTensor, double[]> values) {
        double[][] sums = new double[rows][columns];
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            double[] stored = values.apply(block.tensor());
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    double number = stored[block.place(row, column)];
                    sums[row][column] = i == 0 ? number : sums[row][column] + number;
                }
            }
        }
        Matrix sum = Matrix.of(sums, columns);
        return added == 0 ? sum : sum.map(number -> number + added);
    }

    /** Puts the parameter's gradient where its blocks lie; each summand has the same one. */
    void scatter(Matrix gradient, Function<NamedTensor, double[]> gradients) {
        for (Block block : blocks) {
            double[] stored = gradients.apply(block.tensor());
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    stored[block.place(row, column)] += gradient.get(row, column);
                }
            }
        }
    }
}

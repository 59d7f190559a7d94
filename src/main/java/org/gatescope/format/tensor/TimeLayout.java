package org.gatescope.format.tensor;

import java.util.List;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.format.FormatException;

/**
 * How arrays over time lie in files, which is what PyTorch calls batch_first.
 *
 * @param isTimeFirst (T, N, D) rather than (N, T, D)
 * @param isSingle    one sequence, without an axis for N: (T, D)
 */
public record TimeLayout(boolean isTimeFirst, boolean isSingle) {

    /** N of an array. */
    public int batch(Dimensions dimensions) {
        return isSingle ? 1 : dimensions.size(isTimeFirst ? 1 : 0);
    }

    /** T of an array. */
    public int steps(Dimensions dimensions) {
        return isSingle ? dimensions.size(0) : dimensions.size(isTimeFirst ? 0 : 1);
    }

    /** Sizes of an array of this layout. */
    public Dimensions dimensions(int batch, int steps, int width) {
        return isSingle
                ? Dimensions.of(steps, width)
                : isTimeFirst ? Dimensions.of(steps, batch, width) : Dimensions.of(batch, steps, width);
    }

    /** The array of a file as the engine has it, (T·N, W). @throws FormatException if its numbers cannot be read */
    public Matrix timeMajor(NamedTensor tensor) throws FormatException {
        List<Integer> sizes = tensor.dimensions().sizes();
        int batch = batch(tensor.dimensions());
        int steps = steps(tensor.dimensions());
        int width = sizes.getLast();
        double[] values = tensor.values();
        Matrix asItLies = Matrix.copyOf(values, 0, width, steps * batch, width);
        return isTimeFirst || isSingle
                ? asItLies
                : asItLies.rearranged(steps * batch, width, row -> row % batch * steps + row / batch);
    }

    /** What the engine computed as a file has it. */
    public NpyArray array(Series series) {
        double[] values = new double[series.steps() * series.batch() * series.width()];
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                int row = isTimeFirst || isSingle ? t * series.batch() + n : n * series.steps() + t;
                System.arraycopy(series.row(t, n), 0, values, row * series.width(), series.width());
            }
        }
        return new NpyArray(dimensions(series.batch(), series.steps(), series.width()), values);
    }

    /** The same of a table of the engine's, (T·N, W). */
    public NpyArray array(Matrix timeMajor, int batch) {
        double[] values = new double[timeMajor.rows() * timeMajor.columns()];
        timeMajor.copyTo(values, 0, timeMajor.columns());
        return array(new Series(values, 0, timeMajor.rows() / batch, batch, timeMajor.columns()));
    }
}

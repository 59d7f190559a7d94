package org.gatescope.engine.mistakes;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/** A simple RNN with tanh as one writes it by hand, each mistake as one makes it. Sizes: x (T, N, D), h (T, N, H). */
final class HandWrittenRnn {
    final double[][][] x;
    final double[][] h0;
    final double[][] wx;
    final double[][] wh;
    final double[] b;
    final double[][][] upstream;
    /** In: the gradient of the last state. After {@link #backward}: that of the first. */
    final double[][] carry;

    final double[][][] h;
    final double[][][] dx;
    double[][] dWx;
    double[][] dWh;
    double[] db;

    private final int steps;
    private final int batch;
    private final int hidden;
    private final Set<Mistake> mistakes;

    HandWrittenRnn(int steps, int batch, int inputs, int hidden, long seed, Set<Mistake> mistakes) {
        Random random = new Random(seed);
        this.steps = steps;
        this.batch = batch;
        this.hidden = hidden;
        this.mistakes = mistakes;
        x = normal(random, steps, batch, inputs);
        h0 = normal(random, 1, batch, hidden)[0];
        wx = normal(random, 1, inputs, hidden)[0];
        wh = normal(random, 1, hidden, hidden)[0];
        b = normal(random, 1, 1, hidden)[0][0];
        upstream = normal(random, steps, batch, hidden);
        carry = normal(random, 1, batch, hidden)[0];
        h = filled(steps, batch, hidden);
        dx = filled(steps, batch, inputs);
        dWx = new double[inputs][hidden];
        dWh = new double[hidden][hidden];
        db = new double[hidden];
    }

    boolean zeroesGradients() {
        return !has(Mistake.GRADIENTS_NOT_ZEROED);
    }

    void beginWith(double gradient) {
        Arrays.stream(dWx).forEach(row -> Arrays.fill(row, gradient));
        Arrays.stream(dWh).forEach(row -> Arrays.fill(row, gradient));
        Arrays.fill(db, gradient);
    }

    private boolean has(Mistake mistake) {
        return mistakes.contains(mistake);
    }

    private int computed() {
        return has(Mistake.FIRST_STEP_ONLY) ? 1 : steps;
    }

    void forward() {
        for (int n = 0; n < batch; n++) {
            if (has(Mistake.STATE_NOT_RESET) && n > 0) {
                h0[n] = h[computed() - 1][n - 1].clone();
            }
            for (int t = 0; t < computed(); t++) {
                double[] pre = plus(plus(times(x[t][n], wx), times(before(t, n), wh)), b);
                for (int j = 0; j < hidden; j++) {
                    h[t][n][j] = Math.tanh(pre[j]);
                }
            }
        }
    }

    private double[] before(int t, int n) {
        return t == 0 ? h0[n] : h[t - 1][n];
    }

    void backward(double rate) {
        double[][] whOfForward = copy(wh);
        for (int call = 0; call < computed(); call++) {
            int t = computed() - 1 - call;
            boolean stuck = has(Mistake.STEP_COUNTER_STUCK);
            int seen = stuck ? computed() - 1 : t;
            double[][] d = new double[batch][];
            double[][] stepWx = new double[dWx.length][hidden];
            double[][] stepWh = new double[hidden][hidden];
            double[] stepB = new double[hidden];
            for (int n = 0; n < batch; n++) {
                d[n] = throughTanh(t, n);
                double[] state = before(seen, n);
                addOuter(stepWx, x[seen][n], d[n]);
                addOuter(stepWh, has(Mistake.WEIGHT_GRADIENT_FROM_PRODUCT) ? times(state, whOfForward) : state, d[n]);
                stepB = plus(stepB, d[n]);
            }
            for (int n = 0; n < batch; n++) {
                boolean fromGradient = has(Mistake.INPUT_GRADIENT_FROM_WEIGHT_GRADIENT);
                dx[stuck ? call : t][n] = times(d[n], transposed(fromGradient ? stepWx : wx));
                carry[n] = times(d[n], has(Mistake.TRANSPOSE_MISSING) ? wh : transposed(wh));
            }
            boolean kept = has(Mistake.LAST_GRADIENT_KEPT);
            dWx = kept ? stepWx : sum(dWx, stepWx, 1);
            dWh = kept ? stepWh : sum(dWh, stepWh, 1);
            db = kept ? stepB : plus(db, stepB);
            if (has(Mistake.UPDATE_WITHIN_LOOP)) {
                update(stepWx, stepWh, stepB, rate);
            }
        }
    }

    private double[] throughTanh(int t, int n) {
        boolean atLast = has(Mistake.SLOPE_AT_LAST_STEP) || has(Mistake.STEP_COUNTER_STUCK);
        double[] d = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            double above = upstream[t][n][j];
            double arriving = has(Mistake.UPSTREAM_IGNORED) ? 0 : has(Mistake.UPSTREAM_TWICE) ? above * above : above;
            if (!has(Mistake.RECURRENT_GRADIENT_LOST)) {
                arriving += carry[n][j];
            }
            double value = h[atLast ? computed() - 1 : t][n][j];
            double slopeOf = has(Mistake.SLOPE_AT_OUTPUT) ? Math.tanh(value) : value;
            d[j] = arriving * (1 - slopeOf * slopeOf);
        }
        return d;
    }

    private void update(double[][] stepWx, double[][] stepWh, double[] stepB, double rate) {
        put(wx, sum(wx, stepWx, -rate));
        put(wh, sum(wh, stepWh, -rate));
        for (int j = 0; j < hidden; j++) {
            b[j] -= rate * stepB[j];
        }
    }

    private static double[] times(double[] row, double[][] matrix) {
        double[] product = new double[matrix[0].length];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += row[i] * matrix[i][j];
            }
        }
        return product;
    }

    private static double[] plus(double[] a, double[] b) {
        return sum(new double[][] {a}, new double[][] {b}, 1)[0];
    }

    private static double[][] sum(double[][] a, double[][] b, double factor) {
        double[][] sum = copy(a);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum[i][j] += factor * b[i][j];
            }
        }
        return sum;
    }

    private static void addOuter(double[][] to, double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                to[i][j] += left[i] * right[j];
            }
        }
    }

    private static double[][] transposed(double[][] a) {
        double[][] result = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    private static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        Arrays.setAll(copy, i -> a[i].clone());
        return copy;
    }

    private static void put(double[][] to, double[][] from) {
        for (int i = 0; i < to.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, to[i].length);
        }
    }

    private static double[][][] filled(int a, int b, int c) {
        double[][][] unwritten = new double[a][b][c];
        for (double[][] rows : unwritten) {
            for (double[] row : rows) {
                Arrays.fill(row, Double.NaN);
            }
        }
        return unwritten;
    }

    private static double[][][] normal(Random random, int a, int b, int c) {
        double[][][] drawn = new double[a][b][c];
        for (double[][] rows : drawn) {
            for (double[] row : rows) {
                Arrays.setAll(row, j -> 0.6 * random.nextGaussian());
            }
        }
        return drawn;
    }
}

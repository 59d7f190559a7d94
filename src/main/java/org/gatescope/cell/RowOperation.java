package org.gatescope.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Operator;

/** The functions of whole rows from which read-outs and losses are made. */
public enum RowOperation implements RowFunction {
    /** exp(a − log Σ exp a): finite for numbers of any size. */
    SOFTMAX("softmax") {
        @Override
        public Optional<Expression> meaning(List<Expression> arguments, int columns) {
            return Optional.of(new Apply(Function.EXP, lessLogSumExp(arguments.getFirst())));
        }
    },
    /** a − log Σ exp a. */
    LOG_SOFTMAX("log_softmax") {
        @Override
        public Optional<Expression> meaning(List<Expression> arguments, int columns) {
            return Optional.of(lessLogSumExp(arguments.getFirst()));
        }
    },
    /** y ⊙ (g − Σ g y): what softmax makes of a gradient g with respect to its outputs y. */
    SOFTMAX_BACKWARD("softmax_backward") {
        @Override
        public Optional<Expression> meaning(List<Expression> arguments, int columns) {
            Expression gradient = arguments.getFirst();
            Expression output = arguments.getLast();
            Expression mixed = new Call(TOTAL, List.of(new Binary(Operator.TIMES, gradient, output)));
            return Optional.of(new Binary(Operator.TIMES, output, new Binary(Operator.MINUS, gradient, mixed)));
        }
    },
    /** log Σ exp a. */
    LOG_SUM_EXP("log_sum_exp") {
        @Override
        public double of(double[]... rows) {
            return logSumExp(rows[0], 0, rows[0].length);
        }
    },
    /** Σ a. */
    TOTAL("total") {
        @Override
        public double of(double[]... rows) {
            double sum = 0;
            for (double number : rows[0]) {
                sum += number;
            }
            return sum;
        }
    },
    /** Σ b over the columns in which a is not 0: 0 times an infinite b would be NaN. */
    TOTAL_WHERE("total_where") {
        @Override
        public double of(double[]... rows) {
            double sum = 0;
            for (int k = 0; k < rows[0].length; k++) {
                sum += rows[0][k] == 0 ? 0 : rows[1][k];
            }
            return sum;
        }
    },
    /** One unit, {@code f[2]}; NaN where there is no such unit. No name can be written so. In conditions only. */
    UNIT("[]") {
        @Override
        public double of(double[]... rows) {
            int unit = (int) rows[1][0];
            return unit < rows[0].length ? rows[0][unit] : Double.NaN;
        }
    };

    private final String word;

    RowOperation(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * The number that it makes of a row of each argument.
     *
     * @throws IllegalStateException for a function with a {@link #meaning}, which has as many numbers as its argument
     */
    public double of(double[]... rows) {
        throw new IllegalStateException(word + " is computed by what it means");
    }

    static Optional<RowOperation> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    /** log Σ exp over some numbers of an array; neither overflows nor loses all of them. */
    public static double logSumExp(double[] numbers, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + count; k++) {
            largest = Math.max(largest, numbers[k]);
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            sum += Math.exp(numbers[k] - largest);
        }
        return largest + Math.log(sum);
    }

    private static Expression lessLogSumExp(Expression row) {
        return new Binary(Operator.MINUS, row, new Call(LOG_SUM_EXP, List.of(row)));
    }
}

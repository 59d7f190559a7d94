package org.gatescope.session.number;

import java.util.List;
import org.gatescope.cell.Function;
import org.gatescope.cell.Reduction;

/** The functions of whole rows that read-outs use; {@link org.gatescope.engine.ReadOutEquations} writes them. */
public final class RowFunctions {
    public static final String LOG_SUM_EXP = "log_sum_exp";
    public static final String LOG_SOFTMAX = "log_softmax";
    private static final String CROSS_ENTROPY = "cross_entropy";
    private static final String BINARY_CROSS_ENTROPY = "binary_cross_entropy";

    private RowFunctions() {}

    /** True for those of outputs that are computed from logits. */
    static boolean takesLogits(String function) {
        return function.equals(CROSS_ENTROPY) || function.equals(BINARY_CROSS_ENTROPY);
    }

    static Table of(String function, List<Table> arguments) {
        Table a = arguments.getFirst();
        return switch (function) {
            case "softmax" -> wide(a, (row, column) -> Math.exp(a.at(row, column) - logSumExp(a, row)));
            case LOG_SOFTMAX -> wide(a, (row, column) -> a.at(row, column) - logSumExp(a, row));
            case LOG_SUM_EXP -> narrow(a, row -> logSumExp(a, row));
            case "softmax_backward" -> softmaxBackward(a, arguments.get(1));
            case "total" -> narrow(a, row -> sum(a, row));
            case Reduction.ELEMENT -> element(a, (int) arguments.get(1).at(0, 0));
            case "squared_error" -> squaredError(a, arguments.get(1));
            case CROSS_ENTROPY -> crossEntropy(a, arguments.get(1));
            case BINARY_CROSS_ENTROPY -> binaryCrossEntropy(a, arguments.get(1));
            default -> throw new IllegalArgumentException("no function " + function);
        };
    }

    @FunctionalInterface
    private interface OfRow {
        double at(int row);
    }

    private static Table wide(Table like, LazyTable.Lookup lookup) {
        return new LazyTable(like::rows, like::columns, lookup);
    }

    private static Table narrow(Table like, OfRow each) {
        return new LazyTable(like::rows, () -> 1, (row, column) -> each.at(row));
    }

    private static double sum(Table a, int row) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += a.at(row, k);
        }
        return sum;
    }

    /** NaN where there is no such unit. */
    private static Table element(Table a, int unit) {
        return narrow(a, row -> unit < a.columns() ? a.at(row, unit) : Double.NaN);
    }

    /** y ⊙ (g − Σ g y): what softmax makes of a gradient with respect to its outputs. */
    private static Table softmaxBackward(Table gradient, Table output) {
        return wide(gradient, (row, column) -> {
            double mixed = 0;
            for (int k = 0; k < gradient.columns(); k++) {
                mixed += gradient.at(row, k) * output.at(row, k);
            }
            return output.at(row, column) * (gradient.at(row, column) - mixed);
        });
    }

    private static Table squaredError(Table output, Table target) {
        return narrow(output, row -> {
            double sum = 0;
            for (int k = 0; k < output.columns(); k++) {
                double difference = output.at(row, k) - target.at(row, k);
                sum += difference * difference;
            }
            return sum / output.columns();
        });
    }

    /** −Σ target · log y, of logits: finite where y is too small to be told from 0. */
    private static Table crossEntropy(Table logits, Table target) {
        return narrow(logits, row -> {
            double shift = logSumExp(logits, row);
            double sum = 0;
            for (int k = 0; k < logits.columns(); k++) {
                double wanted = target.at(row, k);
                sum += wanted == 0 ? 0 : wanted * (shift - logits.at(row, k));
            }
            return sum;
        });
    }

    /** softplus(z) − target · z, of logits (Goodfellow et al. 2016, section 6.2.2.2). */
    private static Table binaryCrossEntropy(Table logits, Table target) {
        return narrow(logits, row -> {
            double sum = 0;
            for (int k = 0; k < logits.columns(); k++) {
                double z = logits.at(row, k);
                sum += Function.SOFTPLUS.at(z) - target.at(row, k) * z;
            }
            return sum / logits.columns();
        });
    }

    private static double logSumExp(Table a, int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < a.columns(); k++) {
            largest = Math.max(largest, a.at(row, k));
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += Math.exp(a.at(row, k) - largest);
        }
        return largest + Math.log(sum);
    }
}

package org.gatescope.session.number;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.gatescope.cell.Reduction;

/** The functions of whole rows that read-outs use; {@link org.gatescope.engine.ReadOutEquations} writes them. */
final class RowFunctions {
    private RowFunctions() {}

    static Table of(String function, List<Table> arguments) {
        Table a = arguments.getFirst();
        return switch (function) {
            case "softmax" -> wide(a, (row, column) -> Math.exp(a.at(row, column) - logSumExp(a, row)));
            case "softmax_backward" -> softmaxBackward(a, arguments.get(1));
            case "total", "sum" -> narrow(a, row -> sum(a, row));
            case "mean" -> narrow(a, row -> sum(a, row) / a.columns());
            case "norm" -> narrow(a, row -> norm(a, row));
            case "max" -> narrow(a, row -> folded(a, row, Double.NEGATIVE_INFINITY, Math::max));
            case "min" -> narrow(a, row -> folded(a, row, Double.POSITIVE_INFINITY, Math::min));
            case Reduction.ELEMENT -> element(a, (int) arguments.get(1).at(0, 0));
            case "squared_error" -> squaredError(a, arguments.get(1));
            case "cross_entropy" -> crossEntropy(a, arguments.get(1));
            case "binary_cross_entropy" -> binaryCrossEntropy(a, arguments.get(1));
            default -> throw new IllegalArgumentException("no function " + function);
        };
    }

    @FunctionalInterface
    private interface OfRow {
        double at(int row);
    }

    private static Table wide(Table like, Figures.Lookup lookup) {
        return new Figures(like::rows, like::columns, lookup);
    }

    private static Table narrow(Table like, OfRow each) {
        return new Figures(like::rows, () -> 1, (row, column) -> each.at(row));
    }

    private static double sum(Table a, int row) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += a.at(row, k);
        }
        return sum;
    }

    private static double folded(Table a, int row, double start, DoubleBinaryOperator fold) {
        double folded = start;
        for (int k = 0; k < a.columns(); k++) {
            folded = fold.applyAsDouble(folded, a.at(row, k));
        }
        return folded;
    }

    private static double norm(Table a, int row) {
        return folded(a, row, 0, Math::hypot);
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

    private static Table crossEntropy(Table output, Table target) {
        return narrow(output, row -> {
            double sum = 0;
            for (int k = 0; k < output.columns(); k++) {
                double wanted = target.at(row, k);
                sum -= wanted == 0 ? 0 : wanted * Math.log(output.at(row, k));
            }
            return sum;
        });
    }

    private static Table binaryCrossEntropy(Table output, Table target) {
        return narrow(output, row -> {
            double sum = 0;
            for (int k = 0; k < output.columns(); k++) {
                double wanted = target.at(row, k);
                sum -= wanted == 0 ? 0 : wanted * Math.log(output.at(row, k));
                sum -= wanted == 1 ? 0 : (1 - wanted) * Math.log1p(-output.at(row, k));
            }
            return sum / output.columns();
        });
    }

    private static double logSumExp(Table a, int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < a.columns(); k++) {
            largest = Math.max(largest, a.at(row, k));
        }
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += Math.exp(a.at(row, k) - largest);
        }
        return largest + Math.log(sum);
    }
}

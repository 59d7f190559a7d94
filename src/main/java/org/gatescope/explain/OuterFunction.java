package org.gatescope.explain;

import java.util.List;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Function;
import org.gatescope.cell.RowOperation;

/** What is done to the sum of all terms. */
public sealed interface OuterFunction {
    /** Nothing: the sum is the number. */
    record Sum() implements OuterFunction {}

    record Applied(Function function) implements OuterFunction {}

    /** A function of several terms: max(a, b). */
    record Combined(Combination combination) implements OuterFunction {}

    record Raised(double exponent) implements OuterFunction {}

    /** √ of a sum of squares. */
    record Root() implements OuterFunction {}

    /** log Σ exp of the terms, which holds for terms of any size. */
    record LogSumExp() implements OuterFunction {}

    /** The number that the terms make. */
    default double of(List<Double> terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return switch (this) {
            case Sum() -> sum;
            case Applied(Function function) -> function.at(sum);
            case Combined(Combination combination) -> combination.of(terms);
            case Raised(double exponent) -> Math.pow(sum, exponent);
            case Root() -> Math.sqrt(sum);
            case LogSumExp() -> logSumExp(terms);
        };
    }

    private static double logSumExp(List<Double> terms) {
        double[] numbers = terms.stream().mapToDouble(Double::doubleValue).toArray();
        return RowOperation.logSumExp(numbers, 0, numbers.length);
    }
}

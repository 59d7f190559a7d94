package org.gatescope.engine;

import java.util.List;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Adjoint.Kind;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Function;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.plan.LossRow;

/**
 * Read-out and loss of one step as equations in the language of cells, so that they are shown and stepped like those. A
 * row's {@code weight} is its mask, divided by what the loss is averaged over.
 */
public final class ReadOutEquations {
    /** The top layer's output. */
    public static final String INPUT = "h";

    /** Logits. */
    public static final String LOGITS = "z";

    public static final String OUTPUT = "y";
    public static final String TARGET = "target";
    /** Of a step, before it is averaged. */
    public static final String LOSS = "loss";

    /** Of a whole run. */
    public static final String TOTAL = "L";

    private static final Name Z = new Name(LOGITS);
    private static final Name Y = new Name(OUTPUT);
    private static final Name GOAL = new Name(TARGET);
    private static final Name WEIGHTS = new Name("W");
    private static final Name GRADIENT = new Name(Cell.gradient(LOGITS));

    private ReadOutEquations() {}

    /** {@code z = h @ W + b}, {@code y = softmax(z)}, {@code loss = …} */
    public static List<Assignment> statements(ReadOut readOut, Loss loss) {
        Expression logits = binary(Operator.PLUS, new Product(new Name(INPUT), WEIGHTS), new Name("b"));
        return List.of(
                new Assignment(LOGITS, logits),
                new Assignment(OUTPUT, output(readOut.activation())),
                new Assignment(LOSS, new Call(word(loss.kind()), List.of(Y, GOAL))));
    }

    /** {@code L = sum(weight * loss)}, once for all steps and sequences. */
    public static List<Assignment> total() {
        Expression weighted = binary(Operator.TIMES, new Name("weight"), new Name(LOSS));
        return List.of(new Assignment(TOTAL, new Call("sum", List.of(weighted))));
    }

    /** From the loss to the logits, and from there to the parameters and to the top layer. */
    public static List<Adjoint> adjoints(ReadOut readOut, Loss loss) {
        return List.of(
                new Adjoint(LOGITS, logitGradient(readOut, loss), LOSS, Kind.USE),
                new Adjoint("b", new RowSum(GRADIENT), LOGITS, Kind.USE),
                new Adjoint("W", new Product(new Transpose(new Name(INPUT)), GRADIENT), LOGITS, Kind.USE),
                new Adjoint(INPUT, new Product(GRADIENT, new Transpose(WEIGHTS)), LOGITS, Kind.USE));
    }

    private static Expression output(Activation activation) {
        return switch (activation) {
            case IDENTITY -> Z;
            case SIGMOID -> new Apply(Function.SIGMOID, Z);
            case SOFTMAX -> new Call("softmax", List.of(Z));
        };
    }

    private static String word(Loss.Kind kind) {
        return switch (kind) {
            case MEAN_SQUARED -> "squared_error";
            case BINARY_CROSS_ENTROPY -> "binary_cross_entropy";
            case CATEGORICAL_CROSS_ENTROPY -> "cross_entropy";
        };
    }

    /** As {@link LossRow#gradient} computes it. */
    private static Expression logitGradient(ReadOut readOut, Loss loss) {
        Expression weight = new Name("weight");
        Number outputs = new Number(readOut.outputs());
        Expression difference = binary(Operator.MINUS, Y, GOAL);
        return switch (loss.kind()) {
            case MEAN_SQUARED ->
                throughActivation(
                        readOut.activation(),
                        binary(
                                Operator.DIVIDE,
                                binary(Operator.TIMES, binary(Operator.TIMES, weight, new Number(2)), difference),
                                outputs));
            case BINARY_CROSS_ENTROPY -> binary(Operator.DIVIDE, binary(Operator.TIMES, weight, difference), outputs);
            case CATEGORICAL_CROSS_ENTROPY -> {
                Expression total = binary(Operator.TIMES, new Call("total", List.of(GOAL)), Y);
                yield binary(Operator.TIMES, weight, binary(Operator.MINUS, total, GOAL));
            }
        };
    }

    private static Expression throughActivation(Activation activation, Expression gradient) {
        return switch (activation) {
            case IDENTITY -> gradient;
            case SIGMOID ->
                binary(Operator.TIMES, binary(Operator.TIMES, gradient, Y), binary(Operator.MINUS, new Number(1), Y));
            case SOFTMAX -> new Call("softmax_backward", List.of(gradient, Y));
        };
    }

    private static Expression binary(Operator operator, Expression left, Expression right) {
        return new Binary(operator, left, right);
    }
}

package org.gatescope.engine;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Adjoint.Kind;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Reduction;

/**
 * Read-out and loss of one step as equations in the language of cells, so that they are shown and stepped like those;
 * the expressions stand in {@link ReadOut.Activation} and {@link Loss.Kind}. A row's {@code weight} is its mask,
 * divided by what the loss is averaged over.
 */
public final class ReadOutEquations {
    /** The top layer's output. */
    public static final String INPUT = "h";

    /** Logits. */
    public static final String LOGITS = "z";

    public static final String OUTPUT = "y";
    public static final String TARGET = "target";
    /** How much a row counts. */
    public static final String WEIGHT = "weight";
    /** Of a step, before it is averaged. */
    public static final String LOSS = "loss";

    /** Of a whole run. */
    public static final String TOTAL = "L";

    static final Name Y = new Name(OUTPUT);
    static final Name GOAL = new Name(TARGET);
    static final Name OUTPUT_GRADIENT = new Name(Cell.gradient(OUTPUT));

    private static final Name WEIGHTS = new Name(ReadOut.W);
    private static final Name GRADIENT = new Name(Cell.gradient(LOGITS));

    private ReadOutEquations() {}

    /** {@code z = h @ W + b}, or without b, {@code y = softmax(z)}, {@code loss = …}; of the states themselves {@code y = h}. */
    public static List<Assignment> statements(ReadOut readOut, Loss loss) {
        List<Assignment> statements = new ArrayList<>();
        if (readOut.hasWeights()) {
            statements.add(new Assignment(LOGITS, Expression.read(readOut.hasBias() ? "h @ W + b" : "h @ W")));
        }
        statements.add(new Assignment(OUTPUT, readOut.activation().output()));
        statements.add(new Assignment(LOSS, new Call(loss.kind(), List.of(Y, GOAL))));
        return List.copyOf(statements);
    }

    /** {@code L = sum(weight * loss)}, once for all steps and sequences. */
    public static List<Assignment> total() {
        Expression weighted = new Binary(Operator.TIMES, new Name(WEIGHT), new Name(LOSS));
        return List.of(new Assignment(TOTAL, new Call(Reduction.SUM, List.of(weighted))));
    }

    /** From the loss to the logits, and from there to the parameters and to the top layer. */
    public static List<Adjoint> adjoints(ReadOut readOut, Loss loss) {
        Adjoint first = new Adjoint(scored(readOut), loss.kind().gradient(readOut), LOSS, Kind.USE);
        List<Adjoint> adjoints = new ArrayList<>(List.of(first));
        if (readOut.hasBias()) {
            adjoints.add(new Adjoint(ReadOut.B, new RowSum(GRADIENT), LOGITS, Kind.USE));
        }
        if (readOut.hasWeights()) {
            Expression ofWeights = new Product(new Transpose(new Name(INPUT)), GRADIENT);
            adjoints.add(new Adjoint(ReadOut.W, ofWeights, LOGITS, Kind.USE));
            adjoints.add(new Adjoint(INPUT, new Product(GRADIENT, new Transpose(WEIGHTS)), LOGITS, Kind.USE));
        }
        return List.copyOf(adjoints);
    }

    /** What the gradient of the loss is first taken with respect to: the logits, or the states where these are read out. */
    public static String scored(ReadOut readOut) {
        return readOut.hasWeights() ? LOGITS : INPUT;
    }
}

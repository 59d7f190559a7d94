package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Phase;

/**
 * Read-out and loss of all rows as lines of a program.
 *
 * @param line    sets a name to an expression
 * @param counted sets a gradient to zeros where a row counts nothing
 */
record ReadOutLines(
        ReadOut readOut,
        Loss loss,
        BiFunction<String, Expression, List<String>> line,
        BiFunction<String, String, List<String>> counted) {

    /** From {@code h} to {@code loss}. */
    String forward() {
        return forward(statement -> List.of());
    }

    /** The same where gradients are left to a library: the adjoint lines that come of a statement belong to it. */
    String differentiated() {
        return forward(this::derived);
    }

    private String forward(Function<String, List<CodeLink>> beside) {
        List<String> lines = new ArrayList<>();
        int place = 0;
        for (Assignment statement : ReadOutEquations.statements(readOut, loss)) {
            List<CodeLink> links = new ArrayList<>(List.of(link(Phase.LOSS, place++)));
            links.addAll(beside.apply(statement.name()));
            lines.addAll(CodeLink.marked(line.apply(statement.name(), expanded(statement.expression())), links));
        }
        return String.join("\n", lines);
    }

    private List<CodeLink> derived(String statement) {
        List<Adjoint> adjoints = ReadOutEquations.adjoints(readOut, loss);
        return IntStream.range(0, adjoints.size())
                .filter(place -> adjoints.get(place).source().equals(statement))
                .mapToObj(place -> link(Phase.BACKWARD, place))
                .toList();
    }

    private static CodeLink link(Phase phase, int place) {
        return new CodeLink(phase, List.of(ReadOut.KEY), place);
    }

    /** A loss is written as what it means. */
    private Expression expanded(Expression expression) {
        return expression instanceof Call(Loss.Kind kind, List<Expression> arguments)
                ? kind.meaning(arguments, readOut.outputs()).orElseThrow()
                : expression;
    }

    /** From the loss to {@code d_h} and the gradients of the parameters. */
    String backward() {
        List<String> lines = new ArrayList<>();
        int place = 0;
        for (Adjoint adjoint : ReadOutEquations.adjoints(readOut, loss)) {
            String target = named(Cell.gradient(adjoint.target()));
            List<String> written = new ArrayList<>(line.apply(target, adjoint.share()));
            if (adjoint.source().equals(ReadOutEquations.LOSS)) {
                written.addAll(counted.apply(target, "weight"));
            }
            lines.addAll(CodeLink.marked(written, List.of(link(Phase.BACKWARD, place++))));
        }
        return String.join("\n", lines);
    }

    /** {@code d_z} of {@code d.z}. */
    static String named(String name) {
        return QuantityName.isGradient(name) ? "d_" + QuantityName.base(name) : name;
    }
}

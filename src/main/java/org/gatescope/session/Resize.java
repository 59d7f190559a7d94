package org.gatescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.gatescope.cell.Shape;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;

/**
 * Changes N, T, D or H. What overlaps is kept; everything new is zero, so that what the network computed before it still
 * computes: a new unit is silent, a new input unheard, a new step adds no gradient.
 */
final class Resize {
    private Resize() {}

    static Session of(Session session, Sizes to) {
        Sizes from = session.sizes();
        LayerInputs numbers = session.numbers();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> parameter : session.cell().parameters().entrySet()) {
            Matrix old = session.table(new TableId.Parameter(parameter.getKey()));
            Shape shape = parameter.getValue();
            parameters.put(parameter.getKey(), old.resized(to.rows(shape), to.columns(shape)));
        }
        LayerInputs resized = new LayerInputs(
                parameters,
                overTime(numbers.input(), from, to, to.inputs()),
                states(numbers.initialState(), to),
                overTime(numbers.upstream(), from, to, to.hidden()),
                states(numbers.finalState(), to));
        return new Session(session.title(), session.cell(), to, resized, vocabulary(session, to));
    }

    private static Map<String, Matrix> states(Map<String, Matrix> states, Sizes to) {
        Map<String, Matrix> resized = new LinkedHashMap<>();
        states.forEach((state, table) -> resized.put(state, table.resized(to.batch(), to.hidden())));
        return resized;
    }

    /** Time-major tables: row t · N + n moves to t · N′ + n. */
    private static Matrix overTime(Matrix table, Sizes from, Sizes to, int width) {
        IntUnaryOperator source = row -> {
            int t = row / to.batch();
            int n = row % to.batch();
            return t < from.steps() && n < from.batch() ? t * from.batch() + n : -1;
        };
        return table.rearranged(to.timeRows(), width, source);
    }

    /** A vocabulary of another size is none. */
    private static List<String> vocabulary(Session session, Sizes to) {
        return session.vocabulary().size() == to.inputs() ? session.vocabulary() : List.of();
    }
}

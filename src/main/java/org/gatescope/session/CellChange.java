package org.gatescope.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Fill;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;

/**
 * Puts another cell into a session. Parameters and states of the same name and shape are kept; new matrices are drawn,
 * new vectors and states are zero.
 *
 * @param session with the new cell
 * @param added   parameters that the old cell did not have, or not of this shape
 * @param lost    parameters that the new cell does not have, or not of this shape
 */
public record CellChange(Session session, List<String> added, List<String> lost) {
    /** New matrices are drawn with this standard deviation, each with a seed of its own, counted from 1. */
    public static final double SIGMA = 0.5;

    public static CellChange of(Session session, Cell cell) {
        Map<String, Shape> old = session.cell().parameters();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        List<String> added = new ArrayList<>();
        cell.parameters().forEach((name, shape) -> {
            if (shape.equals(old.get(name))) {
                parameters.put(name, session.table(new TableId.Parameter(name)));
            } else {
                added.add(name);
                parameters.put(name, drawn(session.sizes(), shape, added.size()));
            }
        });
        List<String> lost = new ArrayList<>();
        old.forEach((name, shape) -> {
            if (!shape.equals(cell.parameters().get(name))) {
                lost.add(name);
            }
        });
        LayerInputs numbers = session.numbers();
        LayerInputs changed = new LayerInputs(
                parameters,
                numbers.input(),
                states(numbers.initialState(), cell, session.sizes()),
                numbers.upstream(),
                states(numbers.finalState(), cell, session.sizes()));
        return new CellChange(
                new Session(session.title(), cell, session.sizes(), changed, session.vocabulary()), added, lost);
    }

    private static Matrix drawn(Sizes sizes, Shape shape, int seed) {
        Fill fill = shape.rows() == Extent.ONE ? new Fill.Constant(0) : new Fill.Normal(SIGMA, seed);
        return fill.matrix(sizes.rows(shape), sizes.columns(shape));
    }

    private static Map<String, Matrix> states(Map<String, Matrix> old, Cell cell, Sizes sizes) {
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (String state : cell.states()) {
            Matrix kept = old.get(state);
            states.put(state, kept != null ? kept : Matrix.zeros(sizes.batch(), sizes.hidden()));
        }
        return states;
    }
}

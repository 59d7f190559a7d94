package org.gatescope.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.reference.FigureAgreement;
import org.gatescope.reference.Problem;

/** Sessions of a single layer that reads forward, in the terms of that layer: its cell, N, T, D and H, its own names. */
public final class OneLayer {
    public static final String PART = "0.forward";

    private OneLayer() {}

    public static Session zeros(String title, Cell cell, Sizes sizes) {
        return Session.zeros(title, cell, sizes.batch(), sizes.steps(), sizes.inputs(), sizes.hidden());
    }

    /** Every number of it drawn. */
    static Session drawn(Cell cell, Sizes sizes) {
        Problem problem = Problem.random(cell, sizes.batch(), sizes.steps(), sizes.inputs(), sizes.hidden(), 4);
        LayerInputs drawn = FigureAgreement.inputs(problem);
        return zeros("drawn", cell, sizes)
                .withNumbers(zeros -> new NetworkInputs(
                        full(drawn.parameters()),
                        drawn.input(),
                        zeros.lengths(),
                        0,
                        full(drawn.initialState()),
                        drawn.upstream(),
                        full(drawn.finalState()),
                        Optional.empty()));
    }

    private static Map<String, Matrix> full(Map<String, Matrix> tables) {
        Map<String, Matrix> full = new HashMap<>();
        tables.forEach((name, table) -> full.put(full(name), table));
        return full;
    }

    /** {@code 0.forward.Wx.h} of {@code Wx.h}. */
    public static String full(String name) {
        return PART + "." + name;
    }

    public static TableId.Parameter parameter(String name) {
        return new TableId.Parameter(full(name));
    }

    static TableId.InitialState initialState(String name) {
        return new TableId.InitialState(full(name));
    }

    static TableId.FinalGradient finalGradient(String name) {
        return new TableId.FinalGradient(full(name));
    }

    public static Cell cell(Session session) {
        return layer(session).cell();
    }

    public static Sizes sizes(Session session) {
        return session.network().parts().getFirst().sizes(session.batch(), session.steps());
    }

    private static Layer layer(Session session) {
        return session.network().layers().getFirst();
    }

    /** N, T and D first, then H. */
    static Session resized(Session session, Sizes to) {
        return withHidden(outside(session, to).change().session(), to).change().session();
    }

    /** Likewise, as far as they are others; the last change can be undone by itself. */
    static void resize(Workbench workbench, Sizes to) {
        workbench.change("sizes", session -> outside(session, to));
        workbench.change("sizes", session -> withHidden(session, to));
    }

    private static Reshape outside(Session session, Sizes to) {
        return Reshape.resized(session, to.batch(), to.steps(), to.inputs());
    }

    private static Reshape withHidden(Session session, Sizes to) {
        Layer now = layer(session);
        return Reshape.withLayer(session, 0, new Layer(now.cell(), to.hidden(), now.directions()));
    }

    static Reshape withCell(Session session, Cell cell) {
        Layer now = layer(session);
        return Reshape.withLayer(session, 0, new Layer(cell, now.hidden(), now.directions()));
    }

    /** What the engine computes of the layer. */
    static Trace run(Session session) {
        return NetworkPlan.of(session.network(), session.batch(), session.steps())
                .run(session.inputs())
                .part(PART);
    }
}

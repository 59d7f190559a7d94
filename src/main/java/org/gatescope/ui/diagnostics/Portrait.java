package org.gatescope.ui.diagnostics;

import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.NextStates;
import org.gatescope.engine.diagnostics.PrincipalComponents;
import org.gatescope.engine.diagnostics.UnfitMatrixException;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a phase portrait is drawn from, wherever the playhead is.
 *
 * @param part      layer and direction
 * @param sequence  row of the batch
 * @param path      the state before the first step and after each, in the order of computing, (1 + length, H)
 * @param principal the axes; null where two units are
 * @param next      where a step leads from other places; null where there is no step
 */
record Portrait(
        String part,
        String state,
        int sequence,
        Matrix path,
        @Nullable PrincipalComponents principal,
        @Nullable NextStates next) {
    /** Of nothing yet. */
    static final Portrait NONE = new Portrait("", "", 0, Matrix.zeros(0, 0), null, null);

    /**
     * A singular value decomposition of (ΣT, H) and a compiled plan: in the background.
     *
     * @param withComponents whether principal components are the axes, where there are any
     * @param places         from which steps are taken at once
     */
    static Portrait of(Run run, Part part, String state, int sequence, boolean withComponents, int places) {
        Session session = run.session();
        NextStates next = session.steps() == 0
                ? null
                : new NextStates(session.network(), session.inputs(), run.trace(), part.key(), places);
        return new Portrait(
                part.key(),
                state,
                sequence,
                path(run, part, state, sequence),
                withComponents ? principal(run, part, state) : null,
                next);
    }

    /** True if a session has the same path but for its numbers. */
    boolean isLike(Session session, Part of, String name, int row) {
        return part.equals(of.key())
                && state.equals(name)
                && sequence == row
                && path.rows() == 1 + session.lengths().get(row)
                && path.columns() == of.layer().hidden();
    }

    private static Matrix path(Run run, Part part, String state, int sequence) {
        Session session = run.session();
        int length = session.lengths().get(sequence);
        Series after = run.trace().part(part.key()).value(Cell.after(state));
        double[][] rows = new double[1 + length][];
        rows[0] = session.numbers()
                .initialState()
                .getOrDefault(
                        part.state(state),
                        Matrix.zeros(session.batch(), part.layer().hidden()))
                .rows(sequence, 1, 1)
                .toArray()[0];
        for (int i = 0; i < length; i++) {
            rows[1 + i] = after.row(part.reversed() ? length - 1 - i : i, sequence);
        }
        return Matrix.of(rows, part.layer().hidden());
    }

    private static @Nullable PrincipalComponents principal(Run run, Part part, String state) {
        try {
            return PrincipalComponents.of(
                    run.trace().part(part.key()).value(Cell.after(state)),
                    run.session().lengths());
        } catch (UnfitMatrixException e) {
            return null; // then two units are shown
        }
    }
}

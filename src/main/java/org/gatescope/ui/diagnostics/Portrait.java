package org.gatescope.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.NextStates;
import org.gatescope.engine.diagnostics.PrincipalComponents;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.diagnostics.UnfitMatrixException;
import org.gatescope.picture.chart.Plane;
import org.gatescope.picture.chart.Plane.Place;
import org.gatescope.picture.chart.PortraitPicture;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A path of states and what its portrait is drawn from, wherever the playhead is.
 *
 * @param path      the state before the first step and after each, in the order of computing, (1 + length, H)
 * @param principal the axes; null where two units are
 * @param next      where a step leads from other places; null where there is no step
 * @param places    of the path, in the plane of the axes
 * @param view      what of that plane is seen
 */
record Portrait(
        Wish wish,
        Matrix path,
        @Nullable PrincipalComponents principal,
        @Nullable NextStates next,
        List<Place> places,
        PortraitPicture.View view) {
    private static final Texts TEXTS = Texts.of(Portrait.class);
    /** Arrows along each axis. */
    private static final int GRID = 13;

    /** Of nothing yet. */
    static final Portrait NONE = new Portrait(
            new Wish("", false, "", 0, false, 0, 0),
            Matrix.zeros(0, 0),
            null,
            null,
            List.of(),
            PortraitPicture.View.of(List.of()));

    /**
     * What a portrait is to be of.
     *
     * @param part           layer and direction
     * @param sequence       row of the batch
     * @param withComponents whether principal components are the axes, where there are any
     * @param first          unit on the horizontal axis otherwise
     * @param second         unit on the vertical axis
     */
    record Wish(
            String part, boolean reversed, String state, int sequence, boolean withComponents, int first, int second) {}

    /**
     * Where on the path the playhead is.
     *
     * @param step  whose input is held for the arrows
     * @param index of the place on the path
     */
    record Spot(int step, int index) {}

    /** Arrows around a path, from and to, one after the other, while the input of a spot's step is held. */
    record Field(Spot spot, List<Place> pairs) {
        static final Field NONE = new Field(new Spot(-1, -1), List.of());
    }

    /**
     * A singular value decomposition of (ΣT, H) and a compiled plan: in the background.
     *
     * @throws java.util.concurrent.CancellationException if stopped
     */
    static Portrait of(Run run, Wish wish, Progress progress) {
        Session session = run.session();
        Part part = session.part(wish.part()).orElseThrow();
        Matrix path = path(run, part, wish);
        progress.report(0, 2);
        PrincipalComponents principal = wish.withComponents() ? principal(run, part, wish.state()) : null;
        progress.report(1, 2);
        NextStates next = session.steps() == 0
                ? null
                : new NextStates(session.network(), session.inputs(), run.trace(), part.key(), GRID * GRID);
        Portrait bare = new Portrait(wish, path, principal, next, List.of(), NONE.view());
        if (bare.isEmpty()) {
            return bare;
        }
        Plane plane = bare.plane(0); // that of two units shifts with the playhead, but not along its axes
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < path.rows(); row++) {
            places.add(plane.place(path, row));
        }
        return new Portrait(wish, path, principal, next, places, PortraitPicture.View.of(places));
    }

    /** True where there is nothing to be drawn. */
    boolean isEmpty() {
        return path.columns() == 0 || path.rows() < 2;
    }

    /** True if a session has the same path but for its numbers. */
    boolean isLike(Session session, Wish other) {
        return wish.equals(other)
                && path.rows() == 1 + session.lengths().get(other.sequence())
                && path.columns()
                        == session.part(other.part()).orElseThrow().layer().width(other.state());
    }

    private int length() {
        return Math.max(0, path.rows() - 1);
    }

    Spot spot(Playhead playhead) {
        int step = Math.clamp(playhead.step(), 0, Math.max(0, length() - 1));
        return new Spot(step, playhead.isAtStart() ? 0 : index(step));
    }

    /** The place on the path that a step leads to. */
    private int index(int step) {
        return length() == 0 ? 0 : 1 + (wish.reversed() ? length() - 1 - step : step);
    }

    /** The step after a place of the path. */
    int stepAfter(int index) {
        return wish.reversed() ? length() - 1 - index : index;
    }

    /** Of the principal components, or of two units while the others stay where they are at a place of the path. */
    Plane plane(int index) {
        PrincipalComponents known = principal;
        return known != null
                ? Plane.of(known, share(known, 0), share(known, 1))
                : Plane.of(
                        path.rows(index, 1, 1), wish.first(), wish.second(), unit(wish.first()), unit(wish.second()));
    }

    private String unit(int unit) {
        return TEXTS.get("portrait.unit", wish.state(), unit);
    }

    private static String share(PrincipalComponents known, int component) {
        return component < known.shares().columns()
                ? TEXTS.get(
                        "portrait.component",
                        component + 1,
                        Numerals.fixed(100 * known.shares().get(0, component), 0))
                : "";
    }

    /** Runs a step from each of the arrows' beginnings. Not beside another one of the same portrait. */
    Field field(Spot at) {
        NextStates steps = next;
        if (steps == null || isEmpty()) {
            return Field.NONE;
        }
        Plane plane = plane(at.index());
        double[][] from = new double[GRID * GRID][path.columns()];
        List<Place> beginnings = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            double x = view.x() + view.reach() * (2.0 * (i % GRID) / (GRID - 1) - 1);
            double y = view.y() + view.reach() * (2.0 * (i / GRID) / (GRID - 1) - 1);
            plane.state(x, y, from[i]);
            beginnings.add(new Place(x, y));
        }
        Matrix to = steps.from(wish.sequence(), at.step(), wish.state(), Matrix.of(from, path.columns()));
        List<Place> pairs = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            pairs.add(beginnings.get(i));
            pairs.add(plane.place(to, i));
        }
        return new Field(at, pairs);
    }

    /** True if the arrows at one spot are those at another: the axes of two units shift along the path. */
    boolean hasSameField(Spot one, Spot other) {
        return one.step() == other.step() && (principal != null || one.index() == other.index());
    }

    private static Matrix path(Run run, Part part, Wish wish) {
        Session session = run.session();
        int length = session.lengths().get(wish.sequence());
        Series after = run.trace().part(part.key()).value(Cell.after(wish.state()));
        double[][] rows = new double[1 + length][];
        rows[0] = session.numbers()
                .initialState()
                .getOrDefault(
                        part.state(wish.state()),
                        Matrix.zeros(session.batch(), part.layer().width(wish.state())))
                .rows(wish.sequence(), 1, 1)
                .toArray()[0];
        for (int i = 0; i < length; i++) {
            rows[1 + i] = after.row(part.reversed() ? length - 1 - i : i, wish.sequence());
        }
        return Matrix.of(rows, part.layer().width(wish.state()));
    }

    private static @Nullable PrincipalComponents principal(Run run, Part part, String state) {
        try {
            return PrincipalComponents.of(
                    run.trace().part(part.key()).value(Cell.after(state)),
                    run.session().mask());
        } catch (UnfitMatrixException e) {
            return null; // then two units are shown
        }
    }
}

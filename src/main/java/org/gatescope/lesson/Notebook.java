package org.gatescope.lesson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.Series;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Reshape;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/** The five study notebooks from which Gatescope grew: as their authors wrote them, corrected, and what they print. */
public enum Notebook {
    A {
        @Override
        public Optional<Session> written() {
            return Optional.of(Example.SATURATED.session().withMistake(Mistake.FIRST_STEP_ONLY, true));
        }

        @Override
        public Session corrected() {
            return Example.SATURATED.session();
        }

        @Override
        List<Figure> figures(Run run) {
            return table("h", run.trace().output(), 8);
        }
    },
    B {
        @Override
        public Optional<Session> written() {
            return Optional.empty();
        }

        @Override
        public Session corrected() {
            return Example.SATURATED.session();
        }
    },
    C {
        @Override
        public Optional<Session> written() {
            return Optional.of(Example.SMALL_SEQUENCE_AS_WRITTEN.session());
        }

        @Override
        public Session corrected() {
            return Example.SMALL_SEQUENCE.session();
        }

        @Override
        List<Figure> figures(Run run) {
            List<Figure> figures = new ArrayList<>(forward(run.trace()));
            figures.addAll(table("c.dx", run.trace().inputGradient(), 13));
            return figures;
        }
    },
    D {
        @Override
        public Optional<Session> written() {
            return Optional.of(Example.SMALL_SEQUENCE_ONES_AS_WRITTEN.session());
        }

        @Override
        public Session corrected() {
            return Example.SMALL_SEQUENCE_ONES.session();
        }

        @Override
        List<Figure> figures(Run run) {
            List<Figure> figures = new ArrayList<>(forward(run.trace()));
            figures.addAll(table("d.dx", run.trace().inputGradient(), 8));
            Matrix first = run.trace().part(PartKey.FIRST).initialStateGradient("h");
            figures.addAll(rows("d.dh0", 1, first.columns(), (row, column) -> first.get(row, column), 8));
            return figures;
        }
    },
    E {
        @Override
        public Optional<Session> written() {
            return Optional.of(Example.FORGET_ADDED.session());
        }

        @Override
        public Session corrected() {
            return Reshape.withLayer(
                            Example.FORGET_ADDED.session(), 0, new Layer(BuiltInCells.cell("lstm"), 4, Directions.BOTH))
                    .change()
                    .session();
        }
    };

    private static final Texts TEXTS = Texts.of(Notebook.class);

    /**
     * A number that a notebook prints, beside ours.
     *
     * @param name    what it is, such as {@code dx[0, 1]}
     * @param printed as the notebook has it
     * @param ours    of the run
     * @param digits  after the point, as many as were printed
     */
    public record Figure(String name, String printed, double ours, int digits) {
        /** True if ours, rounded as it is printed, is the same. */
        public boolean agrees() {
            return Double.isFinite(ours)
                    && new BigDecimal(ours)
                                    .setScale(digits, RoundingMode.HALF_EVEN)
                                    .compareTo(new BigDecimal(printed))
                            == 0;
        }
    }

    /** As its author wrote it; empty where that does not run. */
    public abstract Optional<Session> written();

    /** The notebook's session without its mistakes. */
    public abstract Session corrected();

    /** What the notebook prints, beside the numbers of a run of it; none where its numbers were random. */
    List<Figure> figures(Run run) {
        return List.of();
    }

    /** The printed figures beside those of the notebook as it was written. */
    public List<Figure> figures() {
        return written().map(Run::of).map(this::figures).orElse(List.of());
    }

    /** The same beside those of the corrected one: what the mistakes changed. */
    public List<Figure> correctedFigures() {
        return figures(Run.of(corrected()));
    }

    /** What it is about, and what its author got wrong, in a line. */
    public String title() {
        return TEXTS.get("notebook." + name().toLowerCase(Locale.ROOT));
    }

    private interface Numbers {
        double at(int row, int column);
    }

    private static List<Figure> forward(NetworkTrace trace) {
        List<Figure> figures =
                new ArrayList<>(table("pre", trace.part(PartKey.FIRST).value(QuantityName.preActivation("h")), 8));
        figures.addAll(table("h3", trace.output(), 8));
        return figures;
    }

    /** Of one sequence, or of one step of several. */
    private static List<Figure> table(String key, Series series, int digits) {
        boolean isOneStep = series.steps() == 1;
        return rows(
                key,
                isOneStep ? series.batch() : series.steps(),
                series.width(),
                (row, column) -> isOneStep ? series.at(0, row, column) : series.at(row, 0, column),
                digits);
    }

    private static List<Figure> rows(String key, int rows, int columns, Numbers ours, int digits) {
        String[] printed = TEXTS.get("printed." + key).split("\\s+", -1);
        List<Figure> figures = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String name = TEXTS.get("figure." + key) + "[" + row + ", " + column + "]";
                figures.add(new Figure(name, printed[row * columns + column], ours.at(row, column), digits));
            }
        }
        return figures;
    }
}

package org.gatescope.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.NextStates;
import org.gatescope.engine.diagnostics.PrincipalComponents;
import org.gatescope.engine.diagnostics.UnfitMatrixException;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Pen;
import org.gatescope.session.LatestTask;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.diagnostics.Plane.Place;
import org.jspecify.annotations.Nullable;

/**
 * The path of a state through two of its units or its first two principal components, with where one step would take it
 * from all around, the input of the playhead's step held.
 */
final class PortraitPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(PortraitPanel.class);
    /** Arrows along each axis. */
    private static final int GRID = 13;

    private static final double HIGHEST = 420;

    private final ChoiceBox<String> state = new ChoiceBox<>();
    private final CheckBox components = new CheckBox(TEXTS.get("portrait.components"));
    private final Spinner<Integer> first = spinner("first");
    private final Spinner<Integer> second = spinner("second");
    private final Plot plot = new Plot("phase-portrait", this::draw);
    private final Label reading = new Label();
    private final LatestTask latest;
    private Matrix path = Matrix.zeros(0, 0);
    private @Nullable PrincipalComponents principal;
    private @Nullable NextStates next;
    private @Nullable Plane plane;
    private List<Place> places = List.of();
    private List<Place> field = List.of();
    private int fieldOf = -1;
    private boolean filling;

    PortraitPanel(Workbench workbench, Selection selection) {
        super(workbench, selection);
        latest = new LatestTask(workbench);
        state.setId("portrait-state");
        state.setAccessibleText(TEXTS.get("portrait.state"));
        components.setId("portrait-components");
        components.setSelected(true);
        components.setMinWidth(USE_PREF_SIZE);
        HBox units = new HBox(4, first, second);
        units.visibleProperty().bind(components.selectedProperty().not());
        units.managedProperty().bind(units.visibleProperty());
        FlowPane choices = new FlowPane(8, 4, state, components, units);
        reading.getStyleClass().addAll("muted", "figures");
        reading.setId("portrait-reading");
        reading.setWrapText(true);
        plot.square(HIGHEST);
        plot.onKey(this::pressed);
        getChildren().addAll(choices, plot, reading);
        state.valueProperty().subscribe(value -> choose());
        components.selectedProperty().subscribe(value -> choose());
        first.valueProperty().subscribe(value -> choose());
        second.valueProperty().subscribe(value -> choose());
        listen();
    }

    private static Spinner<Integer> spinner(String key) {
        Spinner<Integer> spinner = new Spinner<>(new IntegerSpinnerValueFactory(0, 0, 0));
        spinner.setId("portrait-" + key);
        spinner.setPrefWidth(78);
        spinner.getEditor().setAccessibleText(TEXTS.get("portrait." + key));
        return spinner;
    }

    private void choose() {
        if (!filling && activeProperty().get()) {
            runChanged();
            playheadMoved();
        }
    }

    @Override
    void runChanged() {
        Part part = session().part(part()).orElseThrow();
        fill(part);
        String name = state.getValue();
        path = path(run(), part, name, sequence());
        principal = components.isSelected() ? principal(run(), part, name) : null;
        next = session().steps() == 0
                ? null
                : new NextStates(session().network(), session().inputs(), run().trace(), part.key(), GRID * GRID);
        plane = null;
        field = List.of();
        fieldOf = -1;
    }

    private void fill(Part part) {
        filling = true;
        List<String> states = part.layer().cell().states();
        if (!state.getItems().equals(states)) {
            state.getItems().setAll(states);
            state.setValue(states.getFirst());
        }
        int last = Math.max(0, part.layer().hidden() - 1);
        limit(first, last, 0);
        limit(second, last, Math.min(1, last));
        filling = false;
    }

    private static void limit(Spinner<Integer> spinner, int last, int otherwise) {
        IntegerSpinnerValueFactory factory = (IntegerSpinnerValueFactory) spinner.getValueFactory();
        if (factory.getMax() != last) {
            factory.setMax(last);
            factory.setValue(otherwise);
        }
    }

    /** The state before the first step and after each, in the order of computing, (1 + length, H). */
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

    private @Nullable PrincipalComponents principal(Run run, Part part, String state) {
        try {
            return PrincipalComponents.of(
                    run.trace().part(part.key()).value(Cell.after(state)),
                    run.session().lengths());
        } catch (UnfitMatrixException e) {
            return null; // then two units are shown
        }
    }

    @Override
    void playheadMoved() {
        Session session = session();
        int units = path.columns();
        if (units == 0 || path.rows() < 2) {
            plane = null;
            plot.redraw();
            reading.setText(TEXTS.get("portrait.nothing"));
            return;
        }
        int at = Math.max(0, place(playhead().isAtStart() ? -1 : playhead().step()));
        PrincipalComponents known = principal;
        if (known != null) {
            plane = plane == null ? Plane.of(known, share(known, 0), share(known, 1)) : plane;
        } else {
            int one = first.getValue();
            int other = second.getValue();
            plane = Plane.of(path.rows(at, 1, 1), one, other, unit(one), unit(other));
        }
        Plane shown = plane;
        places = new ArrayList<>();
        for (int row = 0; row < path.rows(); row++) {
            places.add(shown.place(path, row));
        }
        ask(shown, session, heldStep());
        read(at);
        plot.redraw();
    }

    private String unit(int unit) {
        return TEXTS.get("portrait.unit", state.getValue(), unit);
    }

    private static String share(PrincipalComponents known, int component) {
        return component < known.shares().columns()
                ? TEXTS.get(
                        "portrait.component",
                        component + 1,
                        Digits.fixed(100 * known.shares().get(0, component), 0))
                : "";
    }

    /** The step whose input is held: that of the playhead, within the sequence. */
    private int heldStep() {
        int length = path.rows() - 1;
        return Math.clamp(playhead().step(), 0, Math.max(0, length - 1));
    }

    private void ask(Plane shown, Session session, int step) {
        NextStates steps = next;
        if (steps == null || step == fieldOf && principal != null) {
            return;
        }
        fieldOf = step;
        PortraitDrawing.View view = PortraitDrawing.View.of(places);
        String name = state.getValue();
        int sequence = sequence();
        Run of = run();
        latest.ask(() -> field(steps, shown, view, name, sequence, step), found -> arrive(of, found));
    }

    /** From and to, one after the other. */
    private static List<Place> field(
            NextStates steps, Plane plane, PortraitDrawing.View view, String state, int sequence, int step) {
        int units = plane.origin().columns();
        double[][] from = new double[GRID * GRID][units];
        List<Place> arrows = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            double x = view.x() + view.reach() * (2.0 * (i % GRID) / (GRID - 1) - 1);
            double y = view.y() + view.reach() * (2.0 * (i / GRID) / (GRID - 1) - 1);
            plane.state(x, y, from[i]);
            arrows.add(new Place(x, y));
        }
        Matrix to = steps.from(sequence, step, state, Matrix.of(from, units));
        List<Place> pairs = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            pairs.add(arrows.get(i));
            pairs.add(plane.place(to, i));
        }
        return pairs;
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void arrive(Run of, List<Place> found) {
        if (of == run()) {
            field = found;
            plot.redraw();
        }
    }

    /** The index on the path of what a step leads to; 0 for the state before the first. */
    private int place(int step) {
        int length = path.rows() - 1;
        if (step < 0 || length <= 0) {
            return 0;
        }
        boolean isReversed = session().part(part()).orElseThrow().reversed();
        int within = Math.clamp(step, 0, length - 1);
        return 1 + (isReversed ? length - 1 - within : within);
    }

    private int done() {
        Range computed = playhead().computedValues(part(), Cell.after(state.getValue()));
        int length = path.rows() - 1;
        int from = Math.min(computed.from(), length);
        int to = Math.min(computed.to(), length);
        return 1 + to - from;
    }

    private void draw(Pen pen, Box whole) {
        Plane shown = plane;
        if (shown == null || places.isEmpty()) {
            return;
        }
        int current = playhead().isAtStart() ? 0 : place(playhead().step());
        List<String> labels = labels();
        new PortraitDrawing(shown, PortraitDrawing.View.of(places), places, done(), current, field, labels, tones())
                .draw(pen, whole);
    }

    /** The words that come in, in the order of the path. */
    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        int length = path.rows() - 1;
        boolean isReversed = session().part(part()).orElseThrow().reversed();
        for (int i = 0; i < length && !session().vocabulary().isEmpty(); i++) {
            labels.add(session().token(sequence(), isReversed ? length - 1 - i : i));
        }
        return labels;
    }

    private void read(int at) {
        Place place = places.get(at);
        reading.setText(TEXTS.get(
                "portrait.reading",
                at == 0 ? TEXTS.get("portrait.begin") : "t = " + playhead().step(),
                Digits.brief(place.x()),
                Digits.brief(place.y())));
        plot.setAccessibleText(TEXTS.get("portrait.spoken", state.getValue(), reading.getText()));
    }

    private boolean pressed(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (by == 0 || event.isShiftDown() || event.isShortcutDown()) {
            return false;
        }
        int step = Math.clamp(playhead().step() + by, 0, Math.max(0, session().steps() - 1));
        workbench.move(now -> now.atStep(step));
        return true;
    }
}

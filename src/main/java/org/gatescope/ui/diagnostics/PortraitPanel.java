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
import org.gatescope.engine.diagnostics.NextStates;
import org.gatescope.engine.diagnostics.PrincipalComponents;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Picture;
import org.gatescope.picture.chart.Plane;
import org.gatescope.picture.chart.Plane.Place;
import org.gatescope.picture.chart.PortraitPicture;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
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
    private final Plot plot = new Plot("phase-portrait", this::picture);
    private final Label reading = new Label();
    private final BackgroundTask ofRun;
    private final BackgroundTask ofField;
    private Portrait portrait = Portrait.NONE;
    private @Nullable Plane plane;
    private List<Place> places = List.of();
    private List<Place> field = List.of();
    private int fieldOf = -1;
    private boolean filling;
    private String problem = "";

    PortraitPanel(Desk desk) {
        super(desk);
        ofRun = desk.background().task();
        ofField = desk.background().task();
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
    void runReplaced() {
        ofRun.cancel();
        ofField.cancel();
    }

    /** What was found of a run before stays until the next is found, as far as it has the same form. */
    @Override
    void runChanged() {
        ofField.cancel();
        Part part = session().part(part()).orElseThrow();
        fill(part);
        Run of = run();
        String name = state.getValue();
        int sequence = sequence();
        boolean withComponents = components.isSelected();
        if (!portrait.isLike(session(), part, name, sequence)) {
            show(Portrait.NONE);
        }
        ofRun.start(() -> Portrait.of(of, part, name, sequence, withComponents, GRID * GRID), this::arrive, failure -> {
            show(Portrait.NONE);
            problem = failure.sentence();
            playheadMoved();
        });
    }

    private void arrive(Portrait found) {
        show(found);
        playheadMoved();
    }

    private void show(Portrait found) {
        portrait = found;
        problem = "";
        plane = null;
        places = List.of();
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

    @Override
    void playheadMoved() {
        Matrix path = portrait.path();
        if (path.columns() == 0 || path.rows() < 2) {
            plane = null;
            plot.redraw();
            reading.setText(
                    problem.isEmpty()
                            ? TEXTS.get(ofRun.working().get() ? "portrait.working" : "portrait.nothing")
                            : problem);
            return;
        }
        int at = Math.max(0, place(playhead().isAtStart() ? -1 : playhead().step()));
        PrincipalComponents known = portrait.principal();
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
        ask(shown, heldStep());
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
        int length = portrait.path().rows() - 1;
        return Math.clamp(playhead().step(), 0, Math.max(0, length - 1));
    }

    private void ask(Plane shown, int step) {
        NextStates steps = portrait.next();
        if (steps == null || step == fieldOf && portrait.principal() != null) {
            return;
        }
        fieldOf = step;
        PortraitPicture.View view = PortraitPicture.View.of(places);
        String name = state.getValue();
        int sequence = sequence();
        ofField.start(
                () -> field(steps, shown, view, name, sequence, step),
                this::showField,
                failure -> showField(List.of()));
    }

    /** From and to, one after the other. */
    private static List<Place> field(
            NextStates steps, Plane plane, PortraitPicture.View view, String state, int sequence, int step) {
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

    private void showField(List<Place> found) {
        field = found;
        plot.redraw();
    }

    /** The index on the path of what a step leads to; 0 for the state before the first. */
    private int place(int step) {
        int length = portrait.path().rows() - 1;
        if (step < 0 || length <= 0) {
            return 0;
        }
        boolean isReversed = session().part(part()).orElseThrow().reversed();
        int within = Math.clamp(step, 0, length - 1);
        return 1 + (isReversed ? length - 1 - within : within);
    }

    private int done() {
        Range computed = playhead().computedValues(part(), Cell.after(state.getValue()));
        int length = portrait.path().rows() - 1;
        int from = Math.min(computed.from(), length);
        int to = Math.min(computed.to(), length);
        return 1 + to - from;
    }

    private Picture picture(double width, double height) {
        Plane shown = plane;
        if (shown == null || places.isEmpty()) {
            return new Blank(width, height);
        }
        int current = playhead().isAtStart() ? 0 : place(playhead().step());
        List<String> labels = labels();
        return new PortraitPicture(
                width, height, shown, PortraitPicture.View.of(places), places, done(), current, field, labels, tones());
    }

    /** The words that come in, in the order of the path. */
    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        int length = portrait.path().rows() - 1;
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

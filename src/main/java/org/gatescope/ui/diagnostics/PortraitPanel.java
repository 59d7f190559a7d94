package org.gatescope.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.engine.Network.Part;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Picture;
import org.gatescope.picture.chart.Plane.Place;
import org.gatescope.picture.chart.PortraitPicture;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.diagnostics.Portrait.Field;
import org.gatescope.ui.diagnostics.Portrait.Spot;
import org.gatescope.ui.diagnostics.Portrait.Wish;

/**
 * The path of a state through two of its units or its first two principal components, with where one step would take it
 * from all around, the input of the playhead's step held.
 */
final class PortraitPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(PortraitPanel.class);

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
    private Field field = Field.NONE;
    private Spot wantedField = Field.NONE.spot();
    private Wish wished = Portrait.NONE.wish();
    private boolean filling;
    private String problem = "";

    /** A portrait with the arrows where the playhead was when it was asked for. */
    private record Found(Portrait portrait, Field field) {}

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
    void stop() {
        ofRun.cancel();
        ofField.cancel();
    }

    /**
     * What was found of a run before stays until the next is found, as far as it has the same form; while runs come faster
     * than that, some of them are shown.
     */
    @Override
    void runChanged() {
        Run of = run();
        Part part = session().part(part()).orElseThrow();
        fill(part);
        Wish wish = new Wish(
                part.key(),
                part.reversed(),
                state.getValue(),
                sequence(),
                components.isSelected(),
                first.getValue(),
                second.getValue());
        ofField.cancel();
        if (!wish.equals(wished) || !isAlike()) {
            ofRun.cancel();
        }
        wished = wish;
        if (!portrait.isLike(session(), wish)) {
            show(Portrait.NONE, Field.NONE);
        }
        Playhead playhead = playhead();
        ofRun.keepUp(
                progress -> {
                    Portrait found = Portrait.of(of, wish, progress);
                    return new Found(found, found.field(found.spot(playhead)));
                },
                found -> arrive(found, ""),
                failure -> arrive(new Found(Portrait.NONE, Field.NONE), failure.sentence()));
    }

    private void arrive(Found found, String why) {
        show(found.portrait(), found.field());
        problem = why;
        playheadMoved();
    }

    private void show(Portrait found, Field around) {
        ofField.cancel();
        portrait = found;
        field = around;
        wantedField = around.spot();
        problem = "";
    }

    private void fill(Part part) {
        filling = true;
        state.setConverter(ChoiceNames.of(this::written));
        List<String> states = part.layer().cell().states();
        if (!state.getItems().equals(states)) {
            state.getItems().setAll(states);
            state.setValue(states.getFirst());
        }
        int last = Math.max(0, part.layer().width(state.getValue()) - 1);
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
        if (portrait.isEmpty()) {
            String key = ofRun.working().get() ? "portrait.working" : "portrait.nothing";
            reading.setText(problem.isEmpty() ? TEXTS.get(key) : problem);
            plot.setAccessibleText(reading.getText());
        } else {
            Spot spot = portrait.spot(playhead());
            findField(spot);
            read(spot);
        }
        plot.redraw();
    }

    /** The arrows stay where they are until those of the other step are found. */
    private void findField(Spot spot) {
        Portrait of = portrait;
        if (of.next() == null || of.hasSameField(spot, wantedField)) {
            return;
        }
        wantedField = spot;
        ofField.start(progress -> of.field(spot), this::showField, failure -> showField(Field.NONE));
    }

    private void showField(Field found) {
        field = found;
        plot.redraw();
    }

    private int done() {
        Wish of = portrait.wish();
        Range computed = playhead().computedValues(of.part(), Cell.after(of.state()));
        int length = portrait.path().rows() - 1;
        int from = Math.min(computed.from(), length);
        int to = Math.min(computed.to(), length);
        return 1 + to - from;
    }

    private Picture picture(double width, double height) {
        if (portrait.isEmpty()) {
            return new Blank(width, height);
        }
        int current = portrait.spot(playhead()).index();
        return new PortraitPicture(
                width,
                height,
                portrait.plane(current),
                portrait.view(),
                portrait.places(),
                done(),
                current,
                field.pairs(),
                labels(),
                tones());
    }

    /** The words that come in, in the order of the path. */
    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        int length = portrait.path().rows() - 1;
        for (int i = 0; i < length && !session().vocabulary().isEmpty(); i++) {
            labels.add(session().token(sequence(), portrait.stepAfter(i)));
        }
        return labels;
    }

    private void read(Spot spot) {
        Place place = portrait.places().get(spot.index());
        reading.setText(TEXTS.get(
                "portrait.reading",
                spot.index() == 0
                        ? TEXTS.get("portrait.begin")
                        : "t = " + Convention.counted(playhead().step()),
                Numerals.rounded(place.x(), 2),
                Numerals.rounded(place.y(), 2)));
        plot.setAccessibleText(
                TEXTS.get("portrait.spoken", written(portrait.wish().state()), reading.getText()));
    }
}

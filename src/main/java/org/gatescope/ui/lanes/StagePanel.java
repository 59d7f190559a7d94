package org.gatescope.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Series;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.heatmap.Lane;
import org.gatescope.ui.heatmap.LaneContent;
import org.gatescope.ui.heatmap.LaneListener;
import org.gatescope.ui.heatmap.LaneLook;
import org.gatescope.ui.heatmap.LanesView;
import org.gatescope.ui.heatmap.Square;
import org.gatescope.ui.paint.Digits;
import org.gatescope.ui.quantity.Quantity;
import org.gatescope.ui.timeline.Ruler;
import org.gatescope.ui.timeline.TimeAxis;
import org.jspecify.annotations.Nullable;

/** The middle of the window: ruler and lanes of the run that is shown, of one sequence of the batch. */
public final class StagePanel extends VBox {
    private static final Texts TEXTS = Texts.of(StagePanel.class);

    private static final int MOST_UNFOLDED = 10;

    /** Where a number on a lane can be edited: the cell of a table. */
    @FunctionalInterface
    public interface SourceEditor {
        void edit(TableId table, int row, int column);
    }

    private final Workbench workbench;
    private final ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(TimeAxis.of(1, 1));
    private final Ruler ruler = new Ruler(axis);
    private final LanesView lanes = new LanesView(axis);
    private final IntegerProperty sequence = new SimpleIntegerProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private List<Quantity> quantities = List.of();
    private @Nullable Run run;
    private @Nullable Cell orderedFor;
    private Consumer<String> onNotice = notice -> {};
    private SourceEditor sourceEditor = (table, row, column) -> {};

    /** @param sequence which row of the batch is shown, from 0 */
    public StagePanel(Workbench workbench, IntegerProperty sequence) {
        this.workbench = workbench;
        this.sequence.bindBidirectional(sequence);
        getStyleClass().add("stage");
        getChildren().addAll(ruler, lanes);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        ruler.darkProperty().bind(dark);
        lanes.darkProperty().bind(dark);
        ruler.setOnSeek(step -> workbench.move(now -> now.atStep(now.phase(), step)));
        lanes.setListener(new Pointing());
        this.sequence.subscribe(this::showSequence);
        lanes.selectedProperty().subscribe(this::read);
        workbench.shown().subscribe(this::show);
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public LanesView lanes() {
        return lanes;
    }

    public Ruler ruler() {
        return ruler;
    }

    /** Name and exact value of the selected number, as far as the playhead has come; empty for none. */
    public ReadOnlyStringProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Selects a number and brings it into view. */
    public void select(String quantity, boolean isGradient, int step, int unit) {
        String id = new Quantity(quantity, isGradient, false).id();
        lanes.selectedProperty().set(new Square(id, step, unit));
    }

    /** @param listener told what should be read once, in a sentence */
    public void setOnNotice(Consumer<String> listener) {
        onNotice = listener;
    }

    public void setSourceEditor(SourceEditor editor) {
        sourceEditor = editor;
    }

    private void show(Shown shown) {
        if (shown.run() != run) {
            run = shown.run();
            showRun();
        }
        showPlayhead(shown.playhead());
    }

    private void showSequence() {
        showRun();
        read();
    }

    private void showRun() {
        Run current = run;
        if (current == null) {
            return;
        }
        Session session = current.session();
        int row = row(session);
        axis.set(axis.get().withSteps(session.sizes().steps()));
        quantities = Quantity.of(session.cell());
        foldWhatIsMany(session);
        List<Lane> shown = new ArrayList<>();
        quantities.forEach(quantity -> shown.add(lane(current, quantity, row)));
        lanes.setLanes(shown);
        if (session.cell() != orderedFor) { // another cell's lanes stand in its own order
            orderedFor = session.cell();
            lanes.setOrder(shown.stream().map(Lane::id).toList());
        }
        ruler.tokensProperty().set(tokens(session, row));
    }

    /** Of a cell with many lines the gates and the states open unfolded, with the states' gradients. */
    private void foldWhatIsMany(Session session) {
        boolean isMany = quantities.size() > MOST_UNFOLDED;
        for (Quantity quantity : quantities) {
            boolean isDetail = quantity.isPreActivation()
                    || quantity.isGradient() && !quantity.name().endsWith("'")
                    || quantity.name().equals(Cell.INPUT)
                            && !session.vocabulary().isEmpty();
            if (isMany && isDetail) {
                lanes.looks()
                        .putIfAbsent(
                                quantity.id(), LaneLook.of(quantity.family()).withFolded(true));
            }
        }
    }

    private int row(Session session) {
        return Math.min(sequence.get(), session.sizes().batch() - 1);
    }

    private Lane lane(Run current, Quantity quantity, int row) {
        return new Lane(
                quantity.id(),
                quantity.formula(),
                quantity.subtitle(),
                quantity.family(),
                TEXTS.get(group(current.session().cell(), quantity)),
                content(current, quantity, row));
    }

    private static String group(Cell cell, Quantity quantity) {
        if (quantity.isPreActivation() && Quantity.hasManyPreActivations(cell)) {
            return "group.pre-activations";
        }
        return quantity.isGradient() ? "group.gradients" : "group.values";
    }

    private LaneContent content(Run current, Quantity quantity, int row) {
        Series series = quantity.isGradient()
                ? current.trace().gradient(quantity.name())
                : current.trace().value(quantity.name());
        return new QuantityContent(series, row, computed(quantity));
    }

    private Supplier<Playhead.Range> computed(Quantity quantity) {
        return () -> {
            Playhead playhead = workbench.shown().get().playhead();
            if (quantity.isGradient()) {
                return playhead.computedGradients(quantity.id());
            }
            boolean isGiven = quantity.name().equals(Cell.INPUT);
            return isGiven
                    ? new Playhead.Range(0, playhead.schedule().steps())
                    : playhead.computedValues(quantity.name());
        };
    }

    private static List<String> tokens(Session session, int row) {
        if (session.vocabulary().isEmpty()) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>();
        for (int step = 0; step < session.sizes().steps(); step++) {
            tokens.add(session.token(row, step));
        }
        return tokens;
    }

    private void showPlayhead(Playhead playhead) {
        int step = playhead.isAtStart() ? -1 : playhead.step();
        ruler.currentProperty().set(step);
        lanes.currentProperty().set(step);
        lanes.refresh();
        read();
    }

    private void read() {
        Square square = lanes.selectedProperty().get();
        reading.set(square == null ? "" : reading(square));
    }

    private String reading(Square square) {
        Run current = run;
        Quantity quantity = quantities.stream()
                .filter(known -> known.id().equals(square.lane()))
                .findFirst()
                .orElse(null);
        if (current == null || quantity == null) {
            return "";
        }
        LaneContent content = content(current, quantity, row(current.session()));
        boolean isThere = square.t() < content.steps() && square.unit() < content.units();
        if (!isThere) {
            return "";
        }
        boolean isComputed = square.t() >= content.computedFrom() && square.t() < content.computedTo();
        String value = isComputed ? Digits.exact(content.value(square.t(), square.unit())) : TEXTS.get("not-yet");
        return TEXTS.get("reading", quantity.place(square.t(), square.unit()), value);
    }

    private final class Pointing implements LaneListener {
        @Override
        public void seek(Square square) {
            Quantity quantity = quantity(square);
            workbench.move(now -> {
                Phase phase = quantity.isGradient() ? Phase.BACKWARD : now.phase();
                return now.atStep(phase, square.t());
            });
        }

        @Override
        public void edit(Square square) {
            Quantity quantity = quantity(square);
            Run current = run;
            Sizes sizes = workbench.session().get().sizes();
            if (current == null || !current.session().sizes().equals(sizes)) {
                return; // the lanes are of a run before the last resize
            }
            int row = sequence.get();
            if (quantity.name().equals(Cell.INPUT) && !quantity.isGradient()) {
                sourceEditor.edit(new TableId.Input(row), square.t(), square.unit());
            } else if (isOutputGradient(quantity)) {
                sourceEditor.edit(new TableId.Upstream(row), square.t(), square.unit());
            } else {
                onNotice.accept(TEXTS.get("computed", quantity.place(square.t(), square.unit())));
            }
        }

        @Override
        public String name(Square square) {
            return quantity(square).place(square.t(), square.unit());
        }

        private boolean isOutputGradient(Quantity quantity) {
            Cell cell = workbench.session().get().cell();
            return quantity.isGradient() && quantity.name().equals(Cell.after(cell.output()));
        }

        private Quantity quantity(Square square) {
            return quantities.stream()
                    .filter(quantity -> quantity.id().equals(square.lane()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

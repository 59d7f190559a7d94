package org.gatescope.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.session.number.NumberId;
import org.gatescope.text.Texts;
import org.gatescope.ui.flow.FlowChart;
import org.gatescope.ui.heatmap.Lane;
import org.gatescope.ui.heatmap.LaneContent;
import org.gatescope.ui.heatmap.LaneListener;
import org.gatescope.ui.heatmap.LaneLook;
import org.gatescope.ui.heatmap.LanesView;
import org.gatescope.ui.heatmap.Square;
import org.gatescope.ui.paint.Digits;
import org.gatescope.ui.paint.Family;
import org.gatescope.ui.quantity.PartWords;
import org.gatescope.ui.quantity.Quantity;
import org.gatescope.ui.selection.Selection;
import org.gatescope.ui.timeline.Ruler;
import org.gatescope.ui.timeline.TimeAxis;
import org.gatescope.ui.unrolled.Contents;
import org.gatescope.ui.unrolled.UnrolledPanel;
import org.jspecify.annotations.Nullable;

/** The middle of the window: ruler and lanes of the run that is shown, of one sequence of the batch. */
public final class StagePanel extends VBox {
    private static final Texts TEXTS = Texts.of(StagePanel.class);

    private static final int MOST_UNFOLDED = 10;
    /** Of the height. */
    private static final double MOST_FOR_NETWORK = 0.5;

    /** Where a number on a lane can be edited: the cell of a table. */
    @FunctionalInterface
    public interface SourceEditor {
        void edit(TableId table, int row, int column);
    }

    private final Workbench workbench;
    private final Selection selection;
    private final ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(TimeAxis.of(1, 1));
    private final Ruler ruler = new Ruler(axis);
    private final LanesView lanes = new LanesView(axis);
    private final UnrolledPanel network;
    private final BooleanProperty difference = new SimpleBooleanProperty();
    /** The run without mistakes, while differences to it are shown. */
    private @Nullable Run right;

    private @Nullable Session comparedWith;

    private final ObjectProperty<UnitOrder> order = new SimpleObjectProperty<>(UnitOrder.INDEX);
    private UnitRows rows = UnitRows.BY_INDEX;

    private final FlowChart flow;
    private final SplitPane split = new SplitPane();
    private final BooleanProperty networkShown = new SimpleBooleanProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private List<PartLane> shownLanes = List.of();
    private @Nullable Run run;
    private @Nullable Cell orderedFor;
    private Consumer<String> onNotice = notice -> {};
    private Consumer<UnaryOperator<Playhead>> onRunTo = place -> {};
    private SourceEditor sourceEditor = (table, row, column) -> {};

    public StagePanel(Workbench workbench, Selection selection) {
        this.workbench = workbench;
        this.selection = selection;
        getStyleClass().add("stage");
        network = new UnrolledPanel(workbench, selection, axis, this::contents);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("stage-split");
        flow = new FlowChart(workbench, selection, axis);
        flow.managedProperty().bind(flow.activeProperty());
        flow.visibleProperty().bind(flow.activeProperty());
        flow.darkProperty().bind(dark);
        getChildren().addAll(ruler, split, flow);
        VBox.setVgrow(split, Priority.ALWAYS);
        network.darkProperty().bind(dark);
        difference.subscribe(on -> showRun());
        order.subscribe(by -> reorder());
        networkShown.subscribe(this::arrange);
        split.heightProperty().subscribe(this::heightChanged);
        ruler.darkProperty().bind(dark);
        lanes.darkProperty().bind(dark);
        ruler.setOnSeek(step -> workbench.move(now -> now.atStep(step)));
        ruler.setOnRunTo(step -> onRunTo.accept(now -> now.atStep(step)));
        lanes.setListener(new Pointing());
        selection.sequence().subscribe(this::showSequence);
        selection.part().subscribe(this::showSelection);
        lanes.selectedProperty().subscribe(this::read);
        lanes.selectedProperty().subscribe(this::open);
        selection.opened().subscribe(this::showOpened);
        selection.lit().subscribe(this::showLit);
        workbench.shown().subscribe(this::show);
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Whether the unrolled network stands above the lanes. */
    public BooleanProperty networkShownProperty() {
        return networkShown;
    }

    /** In which order the units of the selected part's lanes stand. */
    public ObjectProperty<UnitOrder> orderProperty() {
        return order;
    }

    /** What is selected stays the same number, in another row. */
    private void reorder() {
        NumberId opened = selection.opened().get();
        lanes.selectedProperty().set(null);
        showRun();
        showOpened(opened);
    }

    /** Whether lanes show how far the run is from the one without its mistakes. */
    public BooleanProperty differenceProperty() {
        return difference;
    }

    /** Whether the gradient flow stands below the lanes. */
    public BooleanProperty flowShownProperty() {
        return flow.activeProperty();
    }

    public UnrolledPanel network() {
        return network;
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

    /** Selects a number of the selected part and brings it into view. */
    public void select(String quantity, boolean isGradient, int step, int unit) {
        String id = new Quantity(quantity, isGradient, false).id();
        Square number = new Square(id, step, unit);
        PartLane lane = find(number);
        lanes.selectedProperty().set(lane == null ? number : row(lane, number));
    }

    /** @param listener told what should be read once, in a sentence */
    public void setOnNotice(Consumer<String> listener) {
        onNotice = listener;
    }

    /** @param action takes the playhead to a place, but stops on the way where there is something to stop at */
    public void setOnRunTo(Consumer<UnaryOperator<Playhead>> action) {
        onRunTo = action;
    }

    /** The place of the selected square; empty for none, or one that no operation makes. */
    public Optional<UnaryOperator<Playhead>> cursor() {
        Square square = lanes.selectedProperty().get();
        PartLane lane = square == null ? null : find(square);
        return lane == null || square == null ? Optional.empty() : new Pointing().target(lane, square);
    }

    public void setSourceEditor(SourceEditor editor) {
        sourceEditor = editor;
    }

    private void arrange(boolean withNetwork) {
        if (withNetwork) {
            split.getItems().setAll(network, lanes);
            placeDivider();
        } else {
            split.getItems().setAll(lanes);
        }
    }

    private void heightChanged(Number before, Number after) {
        if (before.doubleValue() <= 0 && after.doubleValue() > 0) {
            placeDivider();
        }
    }

    /** The network is as high as it likes to be, but leaves the larger part to the lanes. */
    private void placeDivider() {
        if (split.getHeight() > 0) {
            split.setDividerPositions(Math.min(MOST_FOR_NETWORK, network.comfortableHeight() / split.getHeight()));
        }
    }

    private Contents contents(Run of, int sequence) {
        LaneNumbers numbers =
                new LaneNumbers(of, sequence, () -> workbench.shown().get().playhead());
        return (part, quantity) -> numbers.of(PartLane.beside(part, quantity, ""));
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void show(Shown shown) {
        if (shown.run() != run) {
            run = shown.run();
            showRun();
        }
        showPlayhead(shown.playhead());
    }

    /** What is selected goes along to another sequence; to another part it does not. */
    private void showSequence() {
        open(lanes.selectedProperty().get());
        showSelection();
    }

    private void showSelection() {
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
        axis.set(axis.get().withSteps(session.steps()));
        shownLanes = PartLanes.of(session, part(session));
        foldWhatIsMany(session);
        LaneNumbers numbers = numbers(current);
        compare(current);
        rows = rows(current);
        List<Lane> shown =
                shownLanes.stream().map(lane -> lane(current, lane, numbers)).toList();
        lanes.setLanes(shown);
        Cell cell = session.part(part(session)).map(part -> part.layer().cell()).orElse(null);
        if (cell != orderedFor) { // another cell's lanes stand in its own order
            orderedFor = cell;
            lanes.setOrder(shown.stream().map(Lane::id).toList());
        }
        showOpened(selection.opened().get());
        showLit();
        lanes.setActive(active(workbench.shown().get().playhead()));
        ruler.tokensProperty().set(tokens(session, row));
        ruler.lengthProperty().set(session.lengths().get(row));
        ruler.chunkProperty().set(session.numbers().chunk());
    }

    private LaneNumbers numbers(Run current) {
        return new LaneNumbers(
                current, row(current.session()), () -> workbench.shown().get().playhead());
    }

    /** While a larger network is computed, the run that is shown may lack the part that is selected. */
    private String part(Session session) {
        String part = selection.part().get();
        boolean isReadOut =
                part.equals(ReadOut.KEY) && session.network().readOut().isPresent();
        boolean isThere = session.part(part).isPresent() || part.equals(Selection.INPUT) || isReadOut;
        return isThere ? part : Selection.FIRST;
    }

    /** Of a cell with many lines the gates and the states open unfolded, with the states' gradients. */
    private void foldWhatIsMany(Session session) {
        boolean isMany = shownLanes.size() > MOST_UNFOLDED;
        for (PartLane lane : shownLanes) {
            Quantity quantity = lane.quantity();
            boolean isDetail = quantity.isPreActivation()
                    || lane.group().equals(PartLanes.OTHERS)
                    || lane.group().equals(PartLanes.GRADIENTS)
                            && session.part(lane.part()).isPresent()
                            && !quantity.name().endsWith("'")
                    || quantity.name().equals(Cell.INPUT)
                            && !session.vocabulary().isEmpty();
            if (isMany && isDetail) {
                lanes.looks()
                        .putIfAbsent(lane.id(), LaneLook.of(quantity.family()).withFolded(true));
            }
        }
    }

    private int row(Session session) {
        return selection.sequenceIn(session);
    }

    /** By the output of the part, in the sequence that is shown. */
    private UnitRows rows(Run current) {
        Session session = current.session();
        UnitOrder wanted = order.get();
        return wanted == UnitOrder.INDEX
                ? UnitRows.BY_INDEX
                : session.part(part(session))
                        .map(known -> UnitRows.of(
                                known.key(),
                                wanted.units(
                                        current.trace()
                                                .part(known.key())
                                                .value(Cell.after(
                                                        known.layer().cell().output())),
                                        row(session),
                                        session.lengths().get(row(session)))))
                        .orElse(UnitRows.BY_INDEX);
    }

    /** A large right run is computed in the background; until it is there, lanes show the run as it is. */
    @SuppressWarnings("ReferenceEquality") // the very session
    private void compare(Run current) {
        boolean isWanted =
                difference.get() && !current.session().mistakes().mistakes().isEmpty();
        if (!isWanted) {
            right = null;
        } else if (right == null || comparedWith != current.session()) {
            right = null;
            comparedWith = current.session();
            workbench.aside(() -> Run.of(current.session().withMistakes(Session.NO_MISTAKES)), found -> {
                if (run == current && difference.get()) {
                    right = found;
                    showRun();
                }
            });
        }
    }

    private Lane lane(Run current, PartLane lane, LaneNumbers numbers) {
        Session session = current.session();
        Quantity quantity = lane.quantity();
        Run other = right;
        if (other != null) {
            LaneNumbers ofRight = new LaneNumbers(
                    other, row(session), () -> workbench.shown().get().playhead());
            boolean isGate = quantity.family() == Family.GATES;
            return new Lane(
                    lane.id(),
                    quantity.formula(),
                    TEXTS.get("difference"),
                    isGate ? Family.VALUES : quantity.family(),
                    TEXTS.get(lane.group()),
                    rows.of(session, lane, new DifferenceContent(numbers.of(lane), ofRight.of(lane))));
        }
        return new Lane(
                lane.id(),
                lane.group().equals(PartLanes.OTHERS)
                        ? PartWords.marked(quantity.formula(), session, lane.part())
                        : quantity.formula(),
                subtitle(session, lane),
                quantity.family(),
                TEXTS.get(lane.group()),
                rows.of(session, lane, numbers.of(lane)));
    }

    private static String subtitle(Session session, PartLane lane) {
        if (lane.group().equals(PartLanes.OTHERS)) {
            return PartWords.brief(session, lane.part());
        }
        boolean isReadOut = lane.part().equals(ReadOut.KEY) && !lane.quantity().isGradient();
        return isReadOut
                ? TEXTS.get("read-out." + lane.quantity().name())
                : lane.quantity().subtitle();
    }

    private static List<String> tokens(Session session, int row) {
        if (session.vocabulary().isEmpty()) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>();
        for (int step = 0; step < session.steps(); step++) {
            tokens.add(session.token(row, step));
        }
        return tokens;
    }

    /** What is selected is asked why. */
    private void open(@Nullable Square square) {
        PartLane lane = square == null ? null : find(square);
        if (lane != null && square != null) {
            selection.opened().set(ids().of(lane, unit(lane, square)));
        }
    }

    /** A number that was opened elsewhere is selected here, where it has a square. */
    private void showOpened(@Nullable NumberId opened) {
        Square selected = lanes.selectedProperty().get();
        PartLane lane = selected == null ? null : find(selected);
        boolean isSelected = lane != null
                && selected != null
                && ids().of(lane, unit(lane, selected)).equals(opened);
        if (!isSelected && run != null) {
            lanes.selectedProperty()
                    .set(
                            opened == null
                                    ? null
                                    : ids().square(opened).map(this::row).orElse(null));
        }
    }

    private void showLit() {
        if (run != null) {
            LaneIds ids = ids();
            lanes.litProperty()
                    .set(selection.lit().get().stream()
                            .flatMap(number -> ids.square(number).stream())
                            .map(this::row)
                            .collect(Collectors.toSet()));
        }
    }

    private LaneIds ids() {
        Session session = Objects.requireNonNull(run).session();
        return new LaneIds(session, shownLanes, row(session));
    }

    private void showPlayhead(Playhead playhead) {
        int step = playhead.isAtStart() ? -1 : playhead.step();
        ruler.currentProperty().set(step);
        lanes.currentProperty().set(step);
        lanes.setActive(active(playhead));
        lanes.refresh();
        read();
    }

    /** The lane of what the operation at the playhead computes, where it is one of the selected part. */
    private String active(Playhead playhead) {
        return playhead.moment()
                .flatMap(moment -> shownLanes.stream()
                        .filter(lane -> lane.part().equals(moment.part()))
                        .filter(lane ->
                                lane.quantity().id().equals(moment.operation().quantity()))
                        .map(PartLane::id)
                        .findFirst())
                .orElse("");
    }

    private Square unit(PartLane lane, Square shown) {
        return rows.unit(Objects.requireNonNull(run).session(), lane, shown);
    }

    private Square row(PartLane lane, Square number) {
        return rows.row(Objects.requireNonNull(run).session(), lane, number);
    }

    private Square row(Square number) {
        PartLane lane = find(number);
        return lane == null ? number : row(lane, number);
    }

    private void read() {
        Square square = lanes.selectedProperty().get();
        reading.set(square == null ? "" : reading(square));
    }

    private String reading(Square shown) {
        Run current = run;
        PartLane lane = find(shown);
        if (current == null || lane == null) {
            return "";
        }
        Square square = unit(lane, shown);
        LaneContent content = numbers(current).of(lane);
        boolean isThere = square.t() < content.steps() && square.unit() < content.units();
        if (!isThere) {
            return "";
        }
        boolean isComputed = square.t() >= content.computedFrom() && square.t() < content.computedTo();
        String value = !content.has(square.t())
                ? TEXTS.get("over")
                : isComputed ? Digits.exact(content.value(square.t(), square.unit())) : TEXTS.get("not-yet");
        return TEXTS.get("reading", place(lane, square), value);
    }

    private @Nullable PartLane find(Square square) {
        return shownLanes.stream()
                .filter(known -> known.id().equals(square.lane()))
                .findFirst()
                .orElse(null);
    }

    /** {@code f[t=3, unit 2]}; of a network with several parts, of which layer besides. */
    private String place(PartLane lane, Square square) {
        Session session = workbench.shown().get().run().session();
        if (isOfWords(session, lane)) {
            return lane.quantity().place(square.t(), session.vocabulary().get(square.unit()));
        }
        String place = lane.quantity().place(square.t(), square.unit());
        return session.part(lane.part()).isPresent()
                        && session.network().parts().size() > 1
                ? place + " " + PartWords.brief(session, lane.part())
                : place;
    }

    /** True where each unit of a lane stands for a word. */
    private static boolean isOfWords(Session session, PartLane lane) {
        String name = lane.quantity().name();
        boolean isRead = lane.part().equals(Selection.INPUT);
        boolean isReadOut = lane.part().equals(ReadOut.KEY)
                && !name.equals(ReadOutEquations.INPUT)
                && !name.equals(ReadOutEquations.LOSS)
                && session.network().readOut().map(ReadOut::outputs).orElse(0)
                        == session.vocabulary().size();
        return !session.vocabulary().isEmpty() && (isRead || isReadOut);
    }

    private final class Pointing implements LaneListener {
        @Override
        public void seek(Square square) {
            target(lane(square), square).ifPresent(workbench::move);
        }

        @Override
        public void runTo(Square square) {
            target(lane(square), square).ifPresent(onRunTo);
        }

        /** Empty for what is given: no operation makes it. */
        private Optional<UnaryOperator<Playhead>> target(PartLane lane, Square square) {
            boolean isGiven = lane.quantity().name().equals(ReadOutEquations.TARGET)
                    || lane.part().equals(Selection.INPUT)
                            && workbench
                                    .shown()
                                    .get()
                                    .playhead()
                                    .schedule()
                                    .operations(Phase.FORWARD, lane.part())
                                    .isEmpty();
            return isGiven
                    ? Optional.empty()
                    : Optional.of(now -> now.atStep(phase(lane, now), lane.part(), square.t()));
        }

        private Phase phase(PartLane lane, Playhead now) {
            if (lane.quantity().isGradient()) {
                return Phase.BACKWARD;
            }
            if (lane.part().equals(ReadOut.KEY)) {
                return now.phase() == Phase.BACKWARD ? Phase.BACKWARD : Phase.LOSS;
            }
            return now.phase() == Phase.BACKWARD ? Phase.BACKWARD : Phase.FORWARD;
        }

        @Override
        public void edit(Square shown) {
            Run current = run;
            if (current == null || isOfAnotherSize(current.session())) {
                return; // the lanes are of a run before the last resize
            }
            PartLane lane = lane(shown);
            Square square = unit(lane, shown);
            TableId source = Sources.of(
                    workbench.session().get(), lane, selection.sequence().get());
            if (source == null) {
                onNotice.accept(TEXTS.get("computed", place(lane, square)));
            } else {
                Session session = workbench.session().get();
                sourceEditor.edit(
                        source, Sources.row(session, source, square.t()), Sources.column(session, lane, square.unit()));
            }
        }

        private boolean isOfAnotherSize(Session session) {
            Session now = workbench.session().get();
            return session.network() != now.network()
                    || session.batch() != now.batch()
                    || session.steps() != now.steps();
        }

        @Override
        public String name(Square square) {
            return place(lane(square), unit(lane(square), square));
        }

        private PartLane lane(Square square) {
            return Objects.requireNonNull(find(square));
        }
    }
}

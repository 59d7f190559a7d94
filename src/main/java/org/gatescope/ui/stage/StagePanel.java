package org.gatescope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.format.export.Quantities;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.Square;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Afterglow;
import org.gatescope.session.Phase;
import org.gatescope.session.PinnedRun;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.axis.Ruler;
import org.gatescope.ui.control.FittedSplit;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.flow.FlowPanel;
import org.gatescope.ui.lane.LanesView;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.unrolled.NumberSource;
import org.gatescope.ui.unrolled.UnrolledPanel;
import org.gatescope.ui.words.Quantity;
import org.jspecify.annotations.Nullable;

/** The middle of the window: ruler and lanes of the run that is shown, of one sequence of the batch. */
public final class StagePanel extends VBox {
    private static final Texts TEXTS = Texts.of(StagePanel.class);
    private static final int MOST_UNFOLDED = 10;

    private final Workbench workbench;
    private final Selection selection;
    private final Afterglow glow;
    private final ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(TimeAxis.of(1, 1));
    private final Ruler ruler;
    private final LanesView lanes;
    private final UnrolledPanel network;
    private final LaneSides sides = new LaneSides(this::showSide);
    private final CellBands cells = new CellBands();
    private @Nullable BandLanes bands;
    /** Of the lanes, before cells stood above one another. */
    private List<String> orderBefore = List.of();
    /** Pointed at, but not of a number that can be opened. */
    private Optional<Square> beside = Optional.empty();

    private final Desk desk;
    private final RunComparison comparison;
    private final Pointing pointing;
    private final UnitOrdering ordering;
    private final ObjectProperty<UnitOrder> order = new SimpleObjectProperty<>(UnitOrder.INDEX);
    private final FlowPanel flow;
    private final StagePanes panes;
    private final Subscriptions open = new Subscriptions();
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private SourceEditor source = (table, row, column) -> {};
    private ShownLanes shown;
    private Run run;
    private @Nullable Cell orderedFor;
    private Stretch stretch = new Stretch(false, "");

    /** Shows the run of the desk's workbench, and goes on following it until it is closed. */
    public StagePanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.glow = desk.glow();
        getStyleClass().add("stage");
        comparison = new RunComparison(
                desk.right(), this::showRun, failure -> desk.notices().warn(failure.sentence()), sides);
        comparison.pin(desk.pinned().get());
        pointing = new Pointing(desk, () -> shown, sides, cells);
        ObservableValue<Tones> tones = desk.theme().map(Theme::tones);
        ruler = new Ruler(axis, tones);
        lanes = new LanesView(axis, tones, pointing);
        ordering = new UnitOrdering(
                desk.background(), this::showRun, failure -> desk.notices().warn(failure.sentence()));
        run = workbench.shown().get().run();
        shown = shownOf(run);
        network = new UnrolledPanel(desk, axis, this::contents);
        flow = new FlowPanel(desk, axis);
        panes = new StagePanes(this, ruler, network, lanes, flow, axis);
        getChildren().addAll(ruler, panes.split(), flow);
        comparison.wantedProperty().subscribe((before, wanted) -> showRun());
        order.subscribe((before, by) -> showOrdered());
        cells.bands().subscribe((before, now) -> showBands());
        cells.kinds().subscribe((before, now) -> showBands());
        pointing.setOnBeside(this::showBeside);
        ruler.setOnSeek(step -> workbench.move(now -> now.atStep(step)));
        ruler.setOnRunTo(pointing::runTo);
        open.add(
                selection.sequence().subscribe(this::showSequence),
                selection.part().subscribe(this::showOrdered),
                selection.opened().subscribe(this::showNewlyOpened),
                selection.lit().subscribe(this::showLit),
                glow.before().subscribe(this::showChanges),
                desk.pinned().subscribe((before, now) -> showPinned(now)),
                desk.covered().subscribe((before, now) -> showRun()),
                workbench.follow(this::show, this::moved),
                workbench.followOpened(lanes::begin),
                network::close,
                flow::close,
                ordering::close,
                comparison.listen());
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    /** Whether the unrolled network stands above the lanes. */
    public BooleanProperty networkShownProperty() {
        return panes.networkShown();
    }

    /** In which order the units of the selected part's lanes stand. */
    public ObjectProperty<UnitOrder> orderProperty() {
        return order;
    }

    /** Whether lanes show how far the run is from the one without its mistakes. */
    public BooleanProperty differenceProperty() {
        return comparison.wantedProperty();
    }

    /** Which run lanes show while one is pinned. */
    public LaneSides sides() {
        return sides;
    }

    /** Cells whose lanes stand above one another. */
    public CellBands cells() {
        return cells;
    }

    /** Whether the gradient flow stands below the lanes. */
    public BooleanProperty flowShownProperty() {
        return flow.activeProperty();
    }

    /** The network unrolled over time. */
    public UnrolledPanel network() {
        return network;
    }

    /** The lanes below it. */
    public LanesView lanes() {
        return lanes;
    }

    /** Names of the quantities whose lanes are unfolded, as arrays in files are called: {@code f}, {@code grad/h}. */
    public Set<String> shownQuantities() {
        return shown.parts().stream()
                .filter(lane -> !isFolded(lane))
                .map(lane -> Quantities.name(
                        lane.part(), lane.quantity().name(), lane.quantity().isGradient()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isFolded(PartLane lane) {
        LaneLook look = lanes.looks().get(lane.id());
        return look != null && look.folded();
    }

    /** The ruler above it. */
    public Ruler ruler() {
        return ruler;
    }

    /** Name and exact value of the opened number where a lane shows it, as far as the playhead has come; empty for none. */
    public ReadOnlyStringProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Opens a number of the selected part, which brings it into view. */
    public void select(String quantity, boolean isGradient, int step, int unit) {
        String id = new Quantity(quantity, isGradient, false).id();
        pointing.open(shown.row(new Square(id, step, unit)));
    }

    /** @param action takes the playhead to a place, but stops on the way where there is something to stop at */
    public void setOnRunTo(Consumer<UnaryOperator<Playhead>> action) {
        pointing.setOnRunTo(action);
    }

    /** @param action leads to where one says what a hidden number will be */
    public void setOnAsk(Runnable action) {
        pointing.setOnAsk(action);
    }

    /** The place of the opened number; empty where no lane shows one, or no operation makes it. */
    public Optional<UnaryOperator<Playhead>> cursor() {
        return selected().flatMap(pointing::target);
    }

    /** Who edits a number where it is typed in. */
    public void setSourceEditor(SourceEditor editor) {
        source = editor;
        pointing.setSourceEditor(editor);
    }

    /** How wide the columns of the time axis are where it is zoomed, in pixels; 0 where all of it is in view. */
    public double zoom() {
        return axis.get().fitted() ? 0 : axis.get().column();
    }

    /** Zooms the time axis, now or once it has its width. */
    public void zoom(double column) {
        axis.set(axis.get().withColumn(column));
    }

    /** The panes of network and lanes. */
    public FittedSplit split() {
        return panes.split();
    }

    private NumberSource contents(Run of, int sequence) {
        return RunLanes.numbers(
                of,
                sequence,
                desk.hidden(of.session()),
                () -> workbench.shown().get().playhead());
    }

    private void show(Run now, Playhead playhead) {
        run = now;
        showOrdered();
        showPlayhead(playhead);
        stretch = Stretch.of(playhead);
    }

    private void showOrdered() {
        order();
        showRun();
        panes.fitNetwork();
    }

    private void order() {
        Session session = run.session();
        String part = ShownLanes.known(session, selection.part().get());
        ordering.ask(run, part, selection.sequenceIn(session), order.get());
    }

    /** The number at the same place of another sequence is opened; another part's is not. */
    private void showSequence() {
        Optional<Square> number = selected().map(shown::unit);
        order();
        shown = shownOf(run); // whose units may stand in another order
        number.map(shown::row).ifPresent(pointing::open);
        showRun();
    }

    private ShownLanes shownOf(Run of) {
        return new ShownLanes(
                of,
                selection.part().get(),
                selection.sequenceIn(of.session()),
                ordering.rows(),
                comparison.otherFor(of),
                bands,
                desk.hidden(of.session()),
                () -> workbench.shown().get().playhead());
    }

    private void showPinned(Optional<PinnedRun> now) {
        comparison.pin(now);
        showRun();
    }

    /** Two comparisons at once would be one too many. */
    private void showSide() {
        comparison.wantedProperty().set(false);
        cells.bands().set(List.of());
        showRun();
    }

    /** Lanes stand as each band has them, and as they stood before once there is one cell again. */
    private void showBands() {
        boolean wasOne = bands == null;
        bands = cells.bands().get().isEmpty()
                ? null
                : new BandLanes(cells.bands().get(), cells.kinds().get());
        if (wasOne && bands == null) {
            return;
        }
        if (wasOne) {
            orderBefore = lanes.order();
        }
        beside = Optional.empty();
        List<String> before = ids();
        showRun();
        if (bands == null) {
            lanes.setOrder(orderBefore);
        } else if (!before.equals(ids())) {
            lanes.setOrder(ids());
        }
    }

    private List<String> ids() {
        return shown.lanes().stream().map(Lane::id).toList();
    }

    private void showBeside(Optional<Square> square) {
        if (!square.equals(beside)) {
            beside = square;
            outline();
        }
    }

    private void showRun() {
        shown = shownOf(run);
        Session session = shown.session();
        axis.set(axis.get().withSteps(session.steps()));
        List<Lane> drawn = shown.lanes();
        if (bands == null) {
            foldWhatIsMany(drawn);
        } else {
            BandLanes.flows(drawn)
                    .forEach(lane -> lanes.looks()
                            .putIfAbsent(lane.id(), LaneLook.of(lane.family()).withLogarithmic(true)));
        }
        lanes.setLanes(drawn);
        lanes.setNote(
                LossNote.group(),
                LossNote.of(
                        run,
                        shown.sequence(),
                        shown.hidden(),
                        selection.opened()::set,
                        (table, row, column) -> source.edit(table, row, column)));
        Cell cell = shown.cell();
        if (bands == null && cell != orderedFor) { // another cell's lanes stand in its own order
            orderedFor = cell;
            lanes.setOrder(drawn.stream().map(Lane::id).toList());
        }
        showOpened();
        showLit();
        showChanges();
        lanes.setActive(shown.active(workbench.shown().get().playhead()));
        ruler.tokensProperty().set(tokens(session, shown.sequence()));
        ruler.lengthProperty().set(session.lengths().get(shown.sequence()));
        ruler.skippedProperty().set(skipped(session, shown.sequence()));
        ruler.truncationProperty().set(session.numbers().truncation());
    }

    private static Set<Integer> skipped(Session session, int row) {
        return IntStream.range(0, session.lengths().get(row))
                .filter(t -> session.mask().isHeld(row, t))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Of a cell with many lines the gates and the states open unfolded, with the states' gradients. */
    private void foldWhatIsMany(List<Lane> drawn) {
        int own = shown.parts().size();
        for (int i = 0; own > MOST_UNFOLDED && i < own; i++) {
            Lane lane = drawn.get(i);
            if (isDetail(shown.parts().get(i), shown.session())
                    && !lanes.folds().containsKey(lane.id())) {
                lanes.looks().putIfAbsent(lane.id(), LaneLook.of(lane.family()).withFolded(true));
            }
        }
    }

    private static boolean isDetail(PartLane lane, Session session) {
        Quantity quantity = lane.quantity();
        boolean isGradientWithin = lane.group().equals(PartLanes.GRADIENTS)
                && session.part(lane.part()).isPresent()
                && !QuantityName.isAfter(quantity.name());
        boolean isOneHot =
                quantity.name().equals(Cell.INPUT) && !session.vocabulary().isEmpty();
        return quantity.isPreActivation() || lane.group().equals(PartLanes.OTHERS) || isGradientWithin || isOneHot;
    }

    private static List<String> tokens(Session session, int row) {
        if (session.vocabulary().isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, session.steps())
                .mapToObj(step -> session.token(row, step))
                .toList();
    }

    /** Where the opened number is on the screen; empty where no lane shows it. */
    private Optional<Square> selected() {
        return Optional.ofNullable(selection.opened().get()).flatMap(shown::square);
    }

    /** What an edit has just changed is outlined. */
    private void showChanges() {
        Run before = glow.before().get();
        lanes.setBefore(before == null ? List.of() : shownOf(before).lanes());
    }

    private void showOpened() {
        beside = beside.filter(shown::isBeside);
        outline();
    }

    private void outline() {
        lanes.select(beside.or(this::selected).orElse(null));
        read();
    }

    private void showNewlyOpened() {
        beside = Optional.empty();
        outline();
    }

    private void showLit() {
        lanes.setLit(shown.squares(Set.copyOf(selection.lit().get())));
    }

    private void showPlayhead(Playhead playhead) {
        int step = playhead.isAtStart() ? -1 : playhead.step();
        ruler.currentProperty().set(step);
        lanes.setActive(shown.active(playhead));
        lanes.setCurrent(step);
        lanes.hideTip();
        read();
    }

    /** As a pass begins its lanes come into view, those of each layer; at the end everything is there at once. */
    private void moved(Playhead playhead) {
        showPlayhead(playhead);
        Stretch before = stretch;
        stretch = Stretch.of(playhead);
        if (!stretch.equals(before) && !playhead.isAtEnd()) {
            if (stretch.isBackward()) {
                lanes.begin(TEXTS.get(PartLanes.GRADIENTS));
            } else if (before.isBackward()) {
                lanes.begin(TEXTS.get(PartLanes.VALUES));
            }
        }
    }

    /** What part of a pass the playhead is in. */
    private record Stretch(boolean isBackward, String part) {
        static Stretch of(Playhead playhead) {
            return new Stretch(
                    playhead.phase() == Phase.BACKWARD,
                    playhead.moment().map(Moment::part).orElse(""));
        }
    }

    private void read() {
        reading.set(beside.or(this::selected).map(shown::reading).orElse(""));
    }
}

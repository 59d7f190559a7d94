package org.gatescope.ui.window;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.gatescope.engine.NonFinite;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Trainer;
import org.gatescope.session.debug.Debugging;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.diagnostics.CheckLamp;
import org.gatescope.ui.inspect.InspectPanel;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.stage.StagePanel;
import org.gatescope.ui.transport.Transport;

/** The contents of the main window, over a desk. It needs no stage. */
public final class MainWindow {
    /** What the dividers between the panels are remembered by. */
    public static final String SPLIT = Panels.ID;

    /** Panes that can fill the window, as the command line calls them. */
    public static final List<String> PANES = FillingController.PANES;

    private final WindowParts parts;
    private final StagePanel stage;
    private final FrameController frame;
    private final TransportController playback;
    private final Side side;
    private final Panels panels;
    private final MiddleColumn middle;
    private final FillingController filling;
    private final ScaledPane scaled;
    private final FailureNote failure;
    private final Memory memory = new Memory();
    private final Subscriptions open = new Subscriptions();

    /**
     * @param training makes the updates of a training
     * @param cells    the user's own
     */
    public MainWindow(Desk desk, Executor training, OwnCells cells, Arrangement first) {
        this(desk, training, cells, first, Rooms.ALL);
    }

    /** @param rooms what there is at the right */
    MainWindow(Desk desk, Executor training, OwnCells cells, Arrangement first, List<RoomOffer> rooms) {
        parts = WindowParts.of(desk, training, cells);
        stage = parts.stage();
        Transport transport = new Transport();
        playback = new TransportController(desk, transport, parts.debugging());
        Shortcuts shortcuts = new Shortcuts();
        playback.addShortcuts(shortcuts);
        StageKeys.add(shortcuts, stage, playback);
        String names = rooms.stream().map(RoomOffer::name).collect(Collectors.joining(", "));
        frame = new FrameController(desk, parts.switches(), shortcuts, names);
        frame.addBelow(transport);
        scaled = new ScaledPane(frame.root());
        scaled.addShortcuts(shortcuts);
        StatusController status = new StatusController(desk, frame.status(), stage.reading(), this::select);
        BooleanProperty seen = new SimpleBooleanProperty();
        side = new Side(rooms, parts, seen, shortcuts);
        InspectPanel why = new InspectPanel(desk);
        middle = new MiddleColumn(stage, why);
        middle.whyShown().set(first.why());
        filling = new FillingController(frame.root(), Fillable.around(why).orElseThrow(), shortcuts);
        panels = new Panels(frame.split(), parts.tables(), middle, side, first);
        seen.bindBidirectional(panels.cellShown());
        StopMarksController stops = new StopMarksController(desk, parts.debugging(), stage.ruler(), transport);
        CheckLamp lamp = new CheckLamp(desk, this::showCheck);
        status.add(lamp);
        failure = new FailureNote(desk.notices());
        status.add(failure);
        KeysNote keys = new KeysNote(scaled, transport);
        status.add(keys);
        FollowingController follower = new FollowingController(desk.workbench(), parts.trainer(), frame.root());
        frame.offer(
                panels.tablesShown(),
                stage.networkShownProperty(),
                stage.flowShownProperty(),
                middle.whyShown(),
                panels.cellShown());
        new PaneWalk(
                        scaled,
                        List.of(
                                frame.root().getTop(),
                                parts.tables(),
                                stage.network(),
                                stage.lanes(),
                                why,
                                side,
                                transport))
                .addShortcuts(shortcuts);
        leaveFilling(panels.tablesShown(), stage.networkShownProperty(), middle.whyShown(), panels.cellShown());
        side.room().subscribe((before, now) -> filling.leave());
        stage.setSourceEditor(parts.tables()::edit);
        stage.setOnRunTo(playback::runTo);
        stage.networkShownProperty().set(first.network());
        showFlow(first.flow());
        showRoom(first.room());
        shortcuts.listenOn(scaled);
        memory.keepNumber("scale", () -> scaled.percentProperty().get(), scaled::showPercent)
                .keepNumber(
                        "speed",
                        () -> transport.speedProperty().get(),
                        speed -> transport.speedProperty().set(speed))
                .keepNumber("network.share", stage.split()::dragged, stage.split()::drag)
                .keepNumber("why.share", middle::dragged, middle::drag)
                .keepNumber("zoom", stage::zoom, stage::zoom)
                .keep(
                        "rolled",
                        () -> Boolean.toString(stage.network().rolledProperty().get()),
                        written -> showRolled(Boolean.parseBoolean(written)))
                .keep(
                        "folds",
                        () -> Folds.written(stage.lanes().folds()),
                        written -> stage.lanes().fold(Folds.read(written)));
        open.add(
                desk.selection().opened().subscribe(filling::opened),
                parts::close,
                frame::close,
                playback::close,
                why::close,
                status::close,
                side::close,
                lamp::close,
                stops::close,
                follower::close,
                keys::close);
    }

    /** What is shown or hidden is to be seen. */
    private void leaveFilling(BooleanProperty... shown) {
        for (BooleanProperty each : shown) {
            each.subscribe((before, now) -> filling.leave());
        }
    }

    private void select(NonFinite found) {
        stage.select(found.quantity(), found.isGradient(), found.step(), found.unit());
    }

    private void showCheck() {
        panels.cellShown().set(true);
        side.reveal("diagnostics");
    }

    /** Lets go of the workbench, which may outlive the window, and ends what is under way. */
    public void close() {
        open.unsubscribe();
    }

    /** Says what failed unforeseen, on whatever thread; the window goes on. On the JavaFX thread. */
    public void tell(Throwable failed) {
        failure.tell(failed);
    }

    /** The node that a scene shows. */
    public ScaledPane root() {
        return scaled;
    }

    /** Breakpoints and watches. */
    public Debugging debugging() {
        return parts.debugging();
    }

    /** Which part and sequence the panels show. */
    public Selection selection() {
        return parts.desk().selection();
    }

    /** What trains the session. */
    public Trainer trainer() {
        return parts.trainer();
    }

    /** Which panels and which room are shown, and how wide. */
    public Arrangement arrangement() {
        return panels.arrangement(
                stage.networkShownProperty().get(),
                stage.flowShownProperty().get(),
                side.room().get(),
                middle.whyShown().get());
    }

    /** What else of it is remembered, by keys of the settings. */
    public Map<String, String> remembered() {
        return memory.now();
    }

    /** @param choices of settings, where {@link #remembered} may be among others */
    public void restore(Map<String, String> choices) {
        memory.restore(choices);
    }

    /** Folds the network over time to its rolled form, or unfolds it. */
    public void showRolled(boolean rolled) {
        stage.network().rolledProperty().set(rolled);
    }

    /** @param pane one of {@link #PANES}, beside what fills the window already; any other leaves the window as it is */
    public void fill(String pane) {
        filling.fill(pane);
    }

    /** @param key one of {@link Rooms#keys}; of any other the first is shown */
    public void showRoom(String key) {
        side.showRoom(key);
    }

    /** @param key one of {@link Rooms#keys} */
    public Room room(String key) {
        return side.room(key);
    }

    /** Shows or hides the gradient flow below the lanes. */
    public void showFlow(boolean shown) {
        stage.flowShownProperty().set(shown);
    }
}

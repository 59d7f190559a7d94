package org.gatescope.ui.window;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.Cell;
import org.gatescope.engine.NonFinite;
import org.gatescope.explain.NumberId;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Trainer;
import org.gatescope.session.debug.Debugging;
import org.gatescope.ui.compare.ComparePanel;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.control.ShownNotation;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.diagnostics.CheckLamp;
import org.gatescope.ui.inspect.InspectPanel;
import org.gatescope.ui.lesson.GoalPanel;
import org.gatescope.ui.lesson.LessonPanel;
import org.gatescope.ui.predict.CoveringController;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.stage.StagePanel;
import org.gatescope.ui.tour.TourController;
import org.gatescope.ui.tour.TourSight;
import org.gatescope.ui.tour.TourStop;
import org.gatescope.ui.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The contents of the main window, over a desk. It needs no stage. */
public final class MainWindow {
    /** What the dividers between the panels are remembered by. */
    public static final String SPLIT = Panels.ID;

    /** What the scale of the whole interface is remembered by. */
    public static final String SCALE = "scale";

    /** Panes that can fill the window, as the command line calls them. */
    public static final List<String> PANES = FillingController.PANES;

    /** What the user's own folder in the gallery is remembered by. */
    private static final String OWN_FOLDER = "gallery.folder";

    private final WindowParts parts;
    private final StagePanel stage;
    private final Transport transport = new Transport();
    private final TransportController playback;
    private final Shortcuts shortcuts = new Shortcuts();
    private final FrameController frame;
    private final ScaledPane scaled;
    private final Side side;
    private final MiddleColumn middle;
    private final Panels panels;
    private final List<PartSwitch> switches;
    private final LeftColumn left;
    private final LessonController lessons;
    private final LessonEditing editing;
    private final FillingController filling;
    private final ProjectorController projector;
    private final TourController tour;
    private final FailureNote failure;
    private final WindowMemory memory = new WindowMemory();
    private final SessionMemory ofSession;
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
        playback = new TransportController(desk, transport, parts.debugging());
        playback.addShortcuts(shortcuts);
        InspectPanel why = new InspectPanel(desk);
        StageKeys.add(shortcuts, stage, why, playback);
        String names = rooms.stream().map(RoomOffer::name).collect(Collectors.joining(", "));
        frame = new FrameController(
                desk,
                parts.switches(),
                shortcuts,
                names,
                stage.flowShownProperty(),
                () -> showRoom(Rooms.TRAINING),
                this::begin);
        frame.addBelow(transport);
        scaled = new ScaledPane(frame.root());
        scaled.percentProperty().bindBidirectional(desk.percent());
        scaled.addShortcuts(shortcuts);
        BooleanProperty seen = new SimpleBooleanProperty();
        side = new Side(rooms, parts, seen, shortcuts);
        middle = new MiddleColumn(stage, why);
        LessonPanel lesson = new LessonPanel(desk, this::go);
        GoalPanel goal = new GoalPanel(desk, this::go, this::checkGoal);
        editing = new LessonEditing(desk, this::view, this::go);
        left = new LeftColumn(
                parts.tables(), lesson, editing.form(), goal, desk.lesson().map(Optional::isPresent), editing.edited());
        panels = new Panels(frame.split(), left, middle, side, first);
        seen.bindBidirectional(panels.cellShown());
        switches = switches();
        frame.offer(switches);
        filling = new FillingController(frame.root(), Fillable.around(why).orElseThrow(), shortcuts);
        tour = new TourController(desk, frame.root(), sights(why), frame.galleryShown(), shortcuts, playback::pause);
        frame.addBelow(tour.place());
        frame.offerTour(this::beginTour);
        List<Node> walked = List.of(
                frame.root().getTop(), left, stage.network(), stage.lanes(), why, side, tour.place(), transport);
        new PaneWalk(scaled, walked).addShortcuts(shortcuts);
        List<Node> away = List.of(frame.root().getTop(), transport, tour.place(), frame.status());
        projector = new ProjectorController(desk, frame.root(), scaled, filling, playback, transport, away, this::go);
        lessons = new LessonController(
                desk, lesson, editing, left, switches, side, filling, projector::isOn, this::restoreView);
        projector.setLessons(lessons);
        playback.setBeforePlaying(lessons::goOn);
        shortcuts.line("lesson").elsewhere(lessons::goOn, KeyCode.PAGE_DOWN).elsewhere(lessons::back, KeyCode.PAGE_UP);
        projector.addShortcuts(shortcuts);
        frame.addBelow(projector.bar());
        frame.offerProjector(projector::toggle);
        ofSession = new SessionMemory(desk, stage, side, filling);
        failure = new FailureNote(desk.notices());
        open.add(ShownNotation.follow(desk.workbench()::retell));
        open.add(goal::close, editing::close);
        open.add(parts::close, frame::close, playback::close, why::close, side::close, lessons::close, tour::close);
        arrange(first);
        connect(desk, why);
        addStatus(desk);
        remember();
        shortcuts.listenOn(scaled);
    }

    /** @param found asked for the screens that there are, by their bounds */
    void setScreens(Supplier<List<Rectangle2D>> found) {
        projector.speaker().setScreens(found);
    }

    private void begin(FinishedLesson lesson, String label) {
        begin(LessonController.saved(lesson), label);
    }

    /** Opens a session with a lesson in the place of the one that is open. */
    void begin(SavedSession lesson, String label) {
        lessons.begin(lesson, label);
    }

    private void checkGoal() {
        lessons.check();
    }

    private void go(Place place) {
        lessons.go(place);
    }

    private List<PartSwitch> switches() {
        return List.of(
                new PartSwitch(Arrangement.TABLES, Feather.GRID, KeyCode.DIGIT1, panels.tablesShown()),
                new PartSwitch(Arrangement.NETWORK, Feather.SHARE_2, KeyCode.DIGIT2, stage.networkShownProperty()),
                new PartSwitch(Arrangement.FLOW, Feather.BAR_CHART_2, KeyCode.DIGIT7, stage.flowShownProperty()),
                new PartSwitch(Arrangement.WHY, Feather.SEARCH, KeyCode.DIGIT8, middle.whyShown()),
                new PartSwitch(Arrangement.CELL, Feather.CPU, null, panels.cellShown()));
    }

    /** What the tour points at. */
    private Map<TourStop, TourSight> sights(InspectPanel why) {
        return Map.of(
                TourStop.PLAYBACK, new TourSight(transport, filling::leave),
                TourStop.LANES, new TourSight(stage.lanes(), this::showMiddle),
                TourStop.WHY, new TourSight(why, this::showWhy),
                TourStop.TABLES, new TourSight(left, this::showTables),
                TourStop.CELL, new TourSight(side, this::showCell),
                TourStop.GALLERY, new TourSight(frame.gallery(), filling::leave));
    }

    private void showMiddle() {
        filling.leave();
        if (panels.isMiddleBehind()) {
            panels.showMiddle();
        }
    }

    private void showWhy() {
        showMiddle();
        middle.whyShown().set(true);
        if (parts.desk().selection().opened().get() == null) {
            int step = parts.desk().workbench().shown().get().playhead().step();
            stage.select(Cell.after("h"), false, Math.max(0, step - 1), 0);
        }
    }

    private void showTables() {
        filling.leave();
        panels.tablesShown().set(true);
        left.showTables();
    }

    private void showCell() {
        filling.leave();
        panels.cellShown().set(true);
        showRoom(Rooms.keys().getFirst());
    }

    /** A minute over the window, from stop to stop, with an example of its own. */
    public void beginTour() {
        if (projector.isOn()) {
            projector.toggle();
        }
        tour.begin();
    }

    private void arrange(Arrangement first) {
        for (PartSwitch part : switches) {
            part.shown().set(first.shows(part.key()));
            part.shown().subscribe((before, now) -> switched(part));
        }
        showRoom(first.room());
        side.room().subscribe((before, now) -> {
            filling.leave();
            scaled.bring(side);
        });
        panels.cellShown().subscribe((before, isShown) -> {
            if (isShown) {
                scaled.bring(side);
            }
        });
    }

    /** What is shown is to be seen: a switch of what stands behind a side brings it to the front, whatever it was. */
    private void switched(PartSwitch part) {
        filling.leave();
        if (!Panels.SIDES.contains(part.key()) && panels.isMiddleBehind()) {
            panels.showMiddle();
            part.shown().set(true);
        }
    }

    private void connect(Desk desk, InspectPanel why) {
        stage.setSourceEditor((table, row, column) -> {
            showTables();
            parts.tables().edit(table, row, column);
        });
        stage.setOnRunTo(playback::runTo);
        stage.setOnAsk(why::ask);
        StopMarksController stops = new StopMarksController(desk, parts.debugging(), stage.ruler(), transport);
        FollowingController follower = new FollowingController(desk.workbench(), parts.trainer(), frame.root());
        open.add(desk.selection().opened().subscribe(this::opened), stops::close, follower::close);
    }

    /** Why a number is what it is, is seen. */
    private void opened(@Nullable NumberId number) {
        if (filling.isFilled()) {
            filling.opened(number);
        } else if (number == null) {
            middle.closed();
        } else {
            middle.opened();
        }
    }

    private void addStatus(Desk desk) {
        StatusController status = new StatusController(desk, frame.status(), stage.reading(), this::select);
        CheckLamp lamp = new CheckLamp(desk, this::showCheck);
        KeysNote keys = new KeysNote(scaled, transport);
        CoveringController covering = new CoveringController(desk);
        covering.addShortcuts(shortcuts);
        List.of(lamp, failure, keys, covering.lamp()).forEach(status::add);
        open.add(status::close, lamp::close, keys::close, covering::close);
    }

    private void remember() {
        DoubleProperty speed = transport.speedProperty();
        BooleanProperty rolled = stage.network().rolledProperty();
        memory.keepNumber(SCALE, projector::usualPercent, scaled::showPercent)
                .keepNumber("speed", speed::get, speed::set)
                .keepNumber("network.share", stage.split()::dragged, stage.split()::drag)
                .keepNumber("why.share", middle::dragged, middle::drag)
                .keepNumber("zoom", stage::zoom, stage::zoom)
                .keep("rolled", () -> Boolean.toString(rolled.get()), text -> rolled.set(Boolean.parseBoolean(text)))
                .keep(
                        "folds",
                        () -> Folds.written(stage.lanes().folds()),
                        text -> stage.lanes().fold(Folds.read(text)));
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

    /** The File menu of the toolbar, which is empty until somebody fills it. */
    public MenuButton fileMenu() {
        return frame.fileMenu();
    }

    /** Offers sentences of a file as the new input. */
    public void offerText(String text) {
        parts.tables().offerText(text, frame.fileMenu());
    }

    /** Offers to compare with the run of a session in a file. @param chooser asks for one */
    public void offerToCompare(Supplier<Optional<Path>> chooser) {
        if (side.room(Rooms.COMPARE) instanceof ComparePanel compare) {
            compare.offerFiles(chooser);
        }
    }

    /** Offers a folder of the user's own in the gallery. @param chooser asks for one; {@code onOpen} opens a file of it */
    public void offerFolder(Supplier<Optional<Path>> chooser, Consumer<Path> onOpen) {
        frame.own().offer(chooser, onOpen);
    }

    /** Keys of the whole window, to which others may be added. */
    public Shortcuts shortcuts() {
        return shortcuts;
    }

    /** Gives another window of this one's the keys of playback, and of undo. */
    public void addPlayback(Shortcuts keys) {
        playback.addShortcuts(keys);
        frame.addUndo(keys);
    }

    /** Breakpoints and watches. */
    public Debugging debugging() {
        return parts.debugging();
    }

    /** Which part and sequence the panels show. */
    public Selection selection() {
        return parts.desk().selection();
    }

    /** What lesson is open, and how far one has come. */
    public Optional<OpenLesson> lesson() {
        return parts.desk().lesson().get();
    }

    /** Begins a lesson over the session. */
    public void newLesson() {
        showLesson();
        editing.begin();
    }

    /** Edits the lesson that is open, or a new one. */
    public void editLesson() {
        showLesson();
        editing.edit();
    }

    private void showLesson() {
        filling.leave();
        panels.tablesShown().set(true);
    }

    /** Whether a lesson is being written, which is saved as it is handed out. */
    public boolean isEditingLesson() {
        return editing.edited().get();
    }

    /** What trains the session. */
    public Trainer trainer() {
        return parts.trainer();
    }

    private boolean isWanted(BooleanProperty shown) {
        return shown.get() || panels.hides(shown) || middle.hides(shown);
    }

    /** Names of the quantities that lanes show now, as arrays in files are called. */
    public Set<String> shownQuantities() {
        return stage.shownQuantities();
    }

    /** Which panels and which room are shown, or would be in a larger window, and how wide. */
    public Arrangement arrangement() {
        Set<String> shown = switches.stream()
                .filter(part -> isWanted(part.shown()))
                .map(PartSwitch::key)
                .collect(Collectors.toSet());
        return new Arrangement(
                shown, panels.tablesShare(), panels.cellShare(), side.room().get());
    }

    /** What a session file keeps of it. */
    public Map<String, String> view() {
        Map<String, String> view = new HashMap<>(memory.now());
        view.remove(SCALE); // is the reader's own
        view.putAll(ofSession.now());
        arrangement().write(view);
        return view;
    }

    /**
     * Shows what a session file kept of it, but for the arrangement that it was made with. Once it is in its scene. Where the
     * file has kept nothing, as that of a lesson that is handed out, the lesson says what is shown.
     */
    public void show(Map<String, String> view) {
        restoreView(view);
        if (view.isEmpty()) {
            lessons.returnToStep();
        }
    }

    private void restoreView(Map<String, String> view) {
        memory.restore(view);
        ofSession.restore(view);
    }

    /** What else of it is remembered, by keys of the settings. */
    public Map<String, String> remembered() {
        Map<String, String> remembered = new HashMap<>(memory.now());
        frame.own().remembered().ifPresent(folder -> remembered.put(OWN_FOLDER, folder)); // is in no session file
        return remembered;
    }

    /** @param choices of settings, where {@link #remembered} may be among others */
    public void restore(Map<String, String> choices) {
        memory.restore(choices);
        String folder = choices.get(OWN_FOLDER);
        if (folder != null) {
            frame.own().restore(folder);
        }
    }

    /** Folds the network over time to its rolled form, or unfolds it. */
    public void showRolled(boolean rolled) {
        stage.network().rolledProperty().set(rolled);
    }

    /** @param pane one of {@link #PANES}, beside what fills the window already; any other leaves the window as it is */
    public void fill(String pane) {
        filling.fill(pane);
    }

    /** All panes that are shown now, those too that stand in others, such as one lane. */
    public List<Fillable> panes() {
        return filling.everyPane().toList();
    }

    /** @param pane its key; none where it is not shown now */
    public Optional<Fillable> pane(String pane) {
        return filling.everyPane().filter(shown -> shown.key().equals(pane)).findFirst();
    }

    /** The same wherever it stands: what it stands in is shown. None where the session has none of that key. */
    public Optional<Fillable> find(String pane) {
        switches.stream()
                .filter(part -> part.key().equals(pane))
                .forEach(part -> part.shown().set(true));
        parts.tables().show(pane);
        Optional<Fillable> found = pane(pane);
        for (String room : Rooms.keys()) {
            if (found.isEmpty()) {
                showRoom(room);
                side.unfold(pane);
                found = pane(pane);
            }
        }
        return found;
    }

    /** Of all panes that there are, wherever they stand. */
    public Stream<String> keys() {
        return Stream.concat(PANES.stream(), Rooms.keys().stream().flatMap(room -> {
            showRoom(room);
            return panes().stream().map(Fillable::key);
        }));
    }

    /** Adds a pane beside what fills the window already. */
    public void fill(Fillable pane) {
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

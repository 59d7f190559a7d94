package org.gatescope.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.explain.Comparison;
import org.gatescope.explain.Comparison.Pair;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SessionFile;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.PinnedRun;
import org.gatescope.session.RefusedException;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.lane.ComparedSide;
import org.gatescope.ui.stage.CellBands;
import org.gatescope.ui.stage.LaneSides;

/** Another run is pinned here and put beside the one that is shown: lane by lane, and number by number in a list. */
public final class ComparePanel extends VBox implements Room {
    private static final Texts TEXTS = Texts.of(ComparePanel.class);

    private final Desk desk;
    private final Workbench workbench;
    private final LaneSides sides;
    private final Trainer trainer;
    private final BackgroundTask making;
    private final BackgroundTask comparing;
    private final Subscriptions open = new Subscriptions();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Label other = new Label();
    private final Button pin = button("pin", this::pinShown);
    private final Button before = button("before", this::pinBefore);
    private final Map<OtherCell, Button> ofCell = new EnumMap<>(OtherCell.class);
    private final FlowPane cells = new FlowPane(4, 4, heading("cells"));
    private final Button right = button("right", this::pinRight);
    private final Button file = button("file", () -> {});
    private final Button letGo = button("let-go", this::letGo);
    private final Map<ComparedSide, ToggleButton> choices = new EnumMap<>(ComparedSide.class);
    private final BandsPanel bands;
    private final FlowPane lanes = new FlowPane(4, 4);
    private final ProblemLabel says = new ProblemLabel();
    private final VBox unlike = new VBox();
    private final DeviationList list = new DeviationList(this::go);
    private boolean isStale = true;

    /**
     * @param sides   which run lanes show
     * @param three   cells whose lanes can stand above one another
     * @param trainer knows how far the shown run is trained
     */
    public ComparePanel(Desk desk, LaneSides sides, CellBands three, Trainer trainer) {
        this.trainer = trainer;
        this.desk = desk;
        this.workbench = desk.workbench();
        this.sides = sides;
        bands = new BandsPanel(desk, three);
        making = desk.background().task();
        comparing = desk.background().task();
        getStyleClass().add("compare-panel");
        other.setId("compare-other");
        other.setWrapText(true);
        says.setId("compare-says");
        unlike.setId("compare-unlike");
        unlike.getStyleClass().add("unlike");
        offerCells();
        offerSides();
        FlowPane sources = new FlowPane(4, 4, pin, before, file, right, letGo);
        list.setVisible(false);
        file.setVisible(false);
        file.managedProperty().bind(file.visibleProperty());
        getChildren().addAll(other, sources, cells, bands, lanes, says, unlike, list);
        open.add(
                workbench.followSession(session -> enable()),
                workbench.followRuns(run -> stale()),
                desk.pinned().subscribe(now -> pinned()),
                sides.all().subscribe(this::showSide),
                desk.selection().hidesMistakes().subscribe(this::search),
                desk.covered().subscribe((before, now) -> stale()),
                active.subscribe(now -> compare()),
                making::cancel,
                bands::close,
                comparing::cancel);
    }

    /** Offers the runs of sessions in files. @param chooser asks for one of them */
    public void offerFiles(Supplier<Optional<Path>> chooser) {
        file.setVisible(true);
        file.setOnAction(event -> chooser.get().ifPresent(this::pinFile));
    }

    private void pinFile(Path from) {
        make(SessionFile.stem(from), session -> Run.of(read(from)));
    }

    private static Session read(Path from) {
        try {
            return SessionFile.read(from).session();
        } catch (FormatException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Region> content() {
        return List.of(this);
    }

    @Override
    public BooleanProperty activeProperty() {
        return active;
    }

    @Override
    public void close() {
        open.unsubscribe();
    }

    @Override
    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("pin")
                .elsewhere(pin::fire, KeyCode.P)
                .as("pin")
                .line("compared")
                .elsewhere(this::turn, KeyCode.D)
                .as("compared");
        pin.setTooltip(new Tooltip(TEXTS.get("pin.tip") + "  " + shortcuts.keysOf("pin")));
        String keys = shortcuts.keysOf("compared");
        choices.forEach((side, choice) ->
                choice.setTooltip(new Tooltip(TEXTS.get("side." + side.key() + ".tip") + "  " + keys)));
    }

    @Override
    public String getUserAgentStylesheet() {
        return ComparePanel.class.getResource("compare.css").toExternalForm();
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId("compare-" + key.replace('.', '-'));
        button.getStyleClass().addAll("pill", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void offerCells() {
        for (OtherCell cell : OtherCell.values()) {
            String name = TEXTS.get("cell." + cell.name());
            Button button = button("cell." + cell.name(), () -> make(name, session -> Run.of(cell.in(session))));
            cells.getChildren().add(button);
            ofCell.put(cell, button);
        }
        cells.getChildren().add(bands.choice());
        cells.getStyleClass().add("compare-row");
    }

    private static Label heading(String key) {
        Label heading = new Label(TEXTS.get(key));
        heading.setMinWidth(Region.USE_PREF_SIZE);
        return heading;
    }

    private void offerSides() {
        ToggleGroup group = new ToggleGroup();
        lanes.getChildren().add(heading("lanes"));
        lanes.getStyleClass().add("compare-row");
        for (ComparedSide side : ComparedSide.values()) {
            ToggleButton choice = new ToggleButton(TEXTS.get("side." + side.key()));
            choice.setId("compare-side-" + side.key());
            choice.getStyleClass().add("pill");
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choice.setToggleGroup(group);
            choice.setOnAction(event -> {
                sides.chooseForAll(side);
                choice.setSelected(true); // one of them always is
            });
            choices.put(side, choice);
            lanes.getChildren().add(choice);
        }
        lanes.managedProperty().bind(lanes.visibleProperty());
    }

    private void showSide(ComparedSide side) {
        choices.forEach((of, choice) -> choice.setSelected(of == side));
    }

    /** To the next of this run, the other and the difference. */
    private void turn() {
        if (desk.pinned().get().isPresent()) {
            sides.chooseForAll(sides.all().get().next());
        }
    }

    /** What is there to be pinned now. */
    private void enable() {
        Session session = workbench.session().get();
        boolean searches = desk.selection().hidesMistakes().get(); // and would be told what to find
        ofCell.forEach((cell, button) -> button.setDisable(cell.isIn(session)));
        before.setDisable(searches || workbench.beforeLastEdit().isEmpty());
        right.setDisable(searches || session.mistakes().mistakes().isEmpty());
    }

    private void search(boolean searches) {
        if (searches) {
            letGo();
        }
        enable();
    }

    private void pinShown() {
        making.cancel();
        Run run = workbench.shown().get().run();
        desk.pinned().set(Optional.of(new PinnedRun(name(), run)));
        desk.notices().tell(TEXTS.get("pinned", name()));
    }

    /** Of the run that is shown: that of the session, and the epoch of its training, or the last that was done to it. */
    private String name() {
        return trainer.progress()
                .get()
                .map(progress -> TEXTS.get("name.trained", desk.title(), trained(progress.snapshot())))
                .or(() -> workbench.undoLabel().map(label -> TEXTS.get("name.after", desk.title(), label)))
                .orElseGet(desk::title);
    }

    private String trained(Snapshot snapshot) {
        int perEpoch = Math.max(1, workbench.session().get().updatesPerEpoch());
        boolean isWhole = snapshot.epoch() % perEpoch == 0;
        return TEXTS.get(isWhole ? "epoch" : "update", isWhole ? snapshot.epoch() / perEpoch : snapshot.epoch());
    }

    private void pinBefore() {
        Optional<Session> earlier = workbench.beforeLastEdit();
        String label = workbench.undoLabel().orElse("");
        earlier.ifPresent(session -> make(TEXTS.get("name.before", label), now -> Run.of(session)));
    }

    private void pinRight() {
        make(TEXTS.get("name.right"), session -> Run.of(session.withMistakes(Session.NO_MISTAKES)));
    }

    /** Pins a run that is still to be made, and shows where the shown one differs from it. */
    private void make(String name, Function<Session, Run> run) {
        Session session = workbench.session().get();
        says.tell(TEXTS.get("making", name));
        making.start(
                progress -> run.apply(session),
                made -> {
                    desk.pinned().set(Optional.of(new PinnedRun(name, made)));
                    sides.chooseForAll(ComparedSide.DIFFERENCE);
                },
                failure -> says.refuse(failure.sentence()));
    }

    private void letGo() {
        making.cancel();
        desk.pinned().set(Optional.empty());
    }

    private void pinned() {
        Optional<PinnedRun> now = desk.pinned().get();
        other.setText(now.map(run -> TEXTS.get("beside", run.name())).orElseGet(() -> TEXTS.get("none")));
        letGo.setDisable(now.isEmpty());
        lanes.setVisible(now.isPresent());
        if (now.isEmpty() && sides.all().get() != ComparedSide.THIS) {
            sides.chooseForAll(ComparedSide.THIS);
        }
        clear();
        stale();
    }

    private void clear() {
        comparing.cancel();
        says.tell("");
        unlike.getChildren().clear();
        list.show(
                workbench.shown().get().run().session(),
                desk.hidden(workbench.shown().get().run().session()),
                List.of());
    }

    private void stale() {
        isStale = true;
        compare();
    }

    private void compare() {
        Optional<PinnedRun> pinned = desk.pinned().get();
        if (!active.get() || !isStale || pinned.isEmpty()) {
            return;
        }
        isStale = false;
        Run of = workbench.shown().get().run();
        PinnedRun to = pinned.get();
        if (list.getItems().isEmpty()) {
            says.tell(TEXTS.get("working"));
        }
        comparing.keepUp(
                progress -> Comparison.of(of, to.run(), progress),
                found -> show(of.session(), to, found),
                failure -> says.refuse(failure.sentence()));
    }

    private void show(Session of, PinnedRun to, Comparison found) {
        int count = found.deviations().size();
        says.tell(TEXTS.get(count == 0 ? "same" : "differ", count, found.alike()));
        unlike.getChildren().setAll(lines(SizeWords.of(of, to.run().session(), to.name(), found)));
        list.show(of, desk.hidden(of), found.deviations());
    }

    private static List<Node> lines(List<String> texts) {
        List<Node> lines = new ArrayList<>();
        for (String text : texts) {
            Label line = new Label(text);
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            lines.add(line);
        }
        return lines;
    }

    /** To a number: the playhead where it is computed, and the number opened. */
    private void go(Pair to) {
        if (!to.isGiven()) {
            workbench.move(now -> now.at(to.place()));
        }
        desk.selection().leadTo(to.number());
    }
}

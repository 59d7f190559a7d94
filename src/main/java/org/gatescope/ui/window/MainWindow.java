package org.gatescope.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;
import org.gatescope.engine.Layer;
import org.gatescope.engine.NonFinite;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Debugging;
import org.gatescope.text.Texts;
import org.gatescope.ui.cell.DiagramPanel;
import org.gatescope.ui.debug.DebugPanel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.diagnostics.CheckLamp;
import org.gatescope.ui.diagnostics.DiagnosticsPanel;
import org.gatescope.ui.equations.EquationsPanel;
import org.gatescope.ui.inspect.InspectPanel;
import org.gatescope.ui.lab.MistakeSwitches;
import org.gatescope.ui.lab.MistakesPanel;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.stage.StagePanel;
import org.gatescope.ui.tables.TablesPanel;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.training.TrainingPanel;
import org.gatescope.ui.transport.Transport;
import org.gatescope.ui.window.Side.Room;
import org.gatescope.ui.words.CellName;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The contents of the main window, over a workbench. It needs no stage. */
public final class MainWindow {
    private static final Texts TEXTS = Texts.of(MainWindow.class);
    /** What the dividers between the panels are remembered by. */
    public static final String SPLIT = Panels.ID;

    private final Desk desk;
    private final Workbench workbench;
    private final ObjectProperty<Theme> shownTheme;
    private final Subscriptions open = new Subscriptions();
    private final TrainingFollower follower;
    private final MistakesMenu mistakesMenu;
    private final CheckLamp lamp;
    private final Selection selection;
    private final Debugging debugging = new Debugging();
    private final Transport transport = new Transport();
    private final StagePanel stage;
    private final TablesPanel tables;
    private final DiagramPanel diagram;
    private final EquationsPanel equations;
    private final InspectPanel inspect;
    private final DebugPanel debug;
    private final Trainer trainer;
    private final TrainingPanel trainingPanel;
    private final MistakesPanel laboratory;
    private final Side side = new Side();
    private final DiagnosticsPanel diagnostics;
    private final PlaybackController playback;
    private final StatusController statusLine;

    private final Panels panels;

    @FXML
    private BorderPane root;

    @FXML
    private MenuButton gallery;

    @FXML
    private MenuButton mistakes;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Label title;

    @FXML
    private ToggleButton showTables;

    @FXML
    private ToggleButton showNetwork;

    @FXML
    private ToggleButton showFlow;

    @FXML
    private ToggleButton showCell;

    @FXML
    private Button theme;

    @FXML
    private Button help;

    @FXML
    private SplitPane split;

    @FXML
    private VBox bottom;

    @FXML
    private StatusBar status;

    /**
     * @param training makes the updates of a training
     * @param cells    the user's own
     */
    public MainWindow(Desk desk, Executor training, OwnCells cells, Arrangement arrangement) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.shownTheme = desk.theme();
        this.selection = desk.selection();
        this.stage = new StagePanel(desk);
        this.playback = new PlaybackController(desk, transport, debugging);
        load();
        this.statusLine = new StatusController(desk, status, stage.reading(), this::select);
        this.tables = new TablesPanel(desk);
        tables.setOwnCells(cells);
        this.diagram = new DiagramPanel(desk);
        this.equations = new EquationsPanel(desk, cells);
        this.inspect = new InspectPanel(desk);
        this.debug = new DebugPanel(desk, debugging);
        this.trainer = new Trainer(workbench, training);
        this.trainingPanel = new TrainingPanel(desk, trainer, tables::offerToDraw);
        this.follower = new TrainingFollower(workbench, trainer, root);
        this.diagnostics = new DiagnosticsPanel(desk);
        side.add(Room.CELL, diagram, equations, inspect, debug);
        side.add(Room.TRAINING, trainingPanel);
        side.add(Room.DIAGNOSTICS, diagnostics);
        MistakeSwitches switches = new MistakeSwitches(workbench);
        this.laboratory = new MistakesPanel(desk, switches, stage.differenceProperty());
        side.add(Room.MISTAKES, laboratory);
        this.panels = new Panels(split, tables, stage, side, arrangement);
        this.lamp = new CheckLamp(desk, () -> {
            panels.cellShown().set(true);
            side.reveal(Room.DIAGNOSTICS, diagnostics);
        });
        selection.opened().subscribe(number -> {
            if (number != null) {
                side.reveal(Room.CELL, inspect);
            }
        });
        arrange();
        stage.networkShownProperty().set(arrangement.network());
        showFlow(arrangement.flow());
        showRoom(arrangement.room());
        offerPanels();
        this.mistakesMenu = new MistakesMenu(mistakes, desk, switches);
        follow();
        addShortcuts();
    }

    public BorderPane root() {
        return root;
    }

    public ObjectProperty<Theme> themeProperty() {
        return shownTheme;
    }

    /** Breakpoints and watches. */
    public Debugging debugging() {
        return debugging;
    }

    /** Which part and sequence the panels show. */
    public Selection selection() {
        return selection;
    }

    /** Which panels and which room are shown, and how wide. */
    public Arrangement arrangement() {
        return panels.arrangement(
                showNetwork.isSelected(),
                showFlow.isSelected(),
                side.room().get().key());
    }

    /** @param operations a second */
    public void showSpeed(double operations) {
        transport.speedProperty().set(operations);
    }

    /** Folds the network over time to its rolled form, or unfolds it. */
    public void showRolled(boolean rolled) {
        stage.network().rolledProperty().set(rolled);
    }

    /** The rooms of the side by name. */
    public static List<String> rooms() {
        return Stream.of(Room.values()).map(Room::key).toList();
    }

    /** @param room one of {@link #rooms} */
    public void showRoom(String room) {
        side.room().set(Room.valueOf(room.toUpperCase(Locale.ROOT)));
    }

    /** Shows or hides the gradient flow below the lanes. */
    public void showFlow(boolean shown) {
        stage.flowShownProperty().set(shown);
    }

    public MistakesPanel laboratory() {
        return laboratory;
    }

    public Trainer trainer() {
        return trainer;
    }

    /** Lets go of the workbench, which may outlive the window, and ends what is under way. */
    public void close() {
        open.unsubscribe();
    }

    private void load() {
        FXMLLoader loader = new FXMLLoader(MainWindow.class.getResource("window.fxml"), TEXTS.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrange() {
        root.getStylesheets().add(MainWindow.class.getResource("window.css").toExternalForm());
        bottom.getChildren().addFirst(transport);
        stage.setSourceEditor(tables::edit);
        stage.setOnRunTo(playback::runTo);
        statusLine.add(lamp);
        for (Example example : Example.values()) {
            MenuItem item = new MenuItem(example.title());
            item.setId("example-" + example.id());
            item.setOnAction(event -> {
                workbench.open(TEXTS.get("open", example.title()), example.session());
                root.requestFocus();
            });
            gallery.getItems().add(item);
        }
    }

    private void offerPanels() {
        showTables.selectedProperty().bindBidirectional(panels.tablesShown());
        showCell.selectedProperty().bindBidirectional(panels.cellShown());
        showNetwork.selectedProperty().bindBidirectional(stage.networkShownProperty());
        showFlow.selectedProperty().bindBidirectional(stage.flowShownProperty());
        diagnostics.orderProperty().bindBidirectional(stage.orderProperty());
        name(showFlow, "flow");
        name(showTables, "tables");
        name(showNetwork, "network");
        name(showCell, "cell");
    }

    private void select(NonFinite found) {
        stage.select(found.quantity(), found.isGradient(), found.step(), found.unit());
    }

    /** True while a room of the side can be seen. */
    private BooleanExpression shows(Room room) {
        return side.shows(room).and(panels.cellShown());
    }

    /** Shows a room, or puts the side away where it is the one that is shown. */
    private void toggle(Room room) {
        boolean isShown = panels.cellShown().get() && side.room().get() == room;
        side.room().set(room);
        panels.cellShown().set(!isShown);
    }

    private static void name(ToggleButton button, String panel) {
        String text = TEXTS.get("panel." + panel);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text + "  " + TEXTS.get("panel." + panel + ".key")));
    }

    private void follow() {
        diagnostics.activeProperty().bind(shows(Room.DIAGNOSTICS));
        laboratory.activeProperty().bind(shows(Room.MISTAKES));
        trainingPanel.activeProperty().bind(shows(Room.TRAINING));
        shownTheme.subscribe(this::showTheme);
        open.add(
                desk::close,
                trainer::close,
                workbench.session().subscribe(this::show),
                playback::close,
                statusLine::close,
                lamp::close,
                mistakesMenu::close,
                follower::close,
                stage::close,
                tables::close,
                diagram::close,
                equations::close,
                inspect::close,
                debug::close,
                trainingPanel::close,
                diagnostics::close,
                laboratory::close);
    }

    private void show(Session session) {
        title.setText(TEXTS.get("title", session.title(), network(session)));
        name(undo, "undo", workbench.undoLabel().orElse(""));
        name(redo, "redo", workbench.redoLabel().orElse(""));
        undo.setDisable(workbench.undoLabel().isEmpty());
        redo.setDisable(workbench.redoLabel().isEmpty());
    }

    /** {@code LSTM, 6 units}, or how many layers there are. */
    private static String network(Session session) {
        List<Layer> layers = session.network().layers();
        Layer first = layers.getFirst();
        return layers.size() == 1
                ? TEXTS.get("title.layer", CellName.of(first.cell()), first.hidden())
                : TEXTS.get("title.layers", layers.size());
    }

    private static void name(Button button, String key, String label) {
        String text = label.isEmpty() ? TEXTS.get(key) : TEXTS.get(key + ".label", label);
        if (!text.equals(button.getAccessibleText())) {
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(text + "  " + TEXTS.get(key + ".key")));
        }
    }

    private void showTheme(Theme shown) {
        shown.apply();
        boolean dark = shown == Theme.DARK;
        theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
        theme.setText(TEXTS.get(dark ? "theme.light" : "theme.dark"));
        theme.setTooltip(new Tooltip(TEXTS.get("theme.tip")));
        help.setTooltip(new Tooltip(TEXTS.get("help") + "  " + TEXTS.get("help.key")));
        help.setAccessibleText(TEXTS.get("help"));
    }

    private void addShortcuts() {
        // a click on a button leaves the keys to the playhead; Tab and Space still reach every button
        root.addEventFilter(MouseEvent.MOUSE_CLICKED, this::leaveButton); // controls consume clicks
        Shortcuts shortcuts = new Shortcuts()
                .everywhere(this::showHelp, KeyCode.F1)
                .elsewhere(root::requestFocus, KeyCode.ESCAPE)
                .elsewhere(() -> showRolled(!stage.network().rolledProperty().get()), KeyCode.R)
                .everywhere(debug::toggleOperation, KeyCode.F9)
                .everywhere(debug::watchThis, KeyCode.F9, KeyCombination.SHIFT_DOWN)
                .everywhere(() -> stage.cursor().ifPresent(playback::runTo), KeyCode.F10, KeyCombination.SHORTCUT_DOWN)
                .everywhere(showTables::fire, KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN)
                .everywhere(showNetwork::fire, KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN)
                .everywhere(showFlow::fire, KeyCode.DIGIT7, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> toggle(Room.CELL), KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> toggle(Room.TRAINING), KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> toggle(Room.DIAGNOSTICS), KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> toggle(Room.MISTAKES), KeyCode.DIGIT6, KeyCombination.SHORTCUT_DOWN)
                .everywhere(trainingPanel::toggle, KeyCode.F8)
                .everywhere(trainingPanel::step, KeyCode.F8, KeyCombination.SHIFT_DOWN)
                .everywhere(this::undo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN)
                .everywhere(this::redo, KeyCode.Y, KeyCombination.SHORTCUT_DOWN)
                .everywhere(this::redo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        playback.addShortcuts(shortcuts);
        shortcuts.listenOn(root);
    }

    private void leaveButton(MouseEvent event) {
        if (root.getScene().getFocusOwner() instanceof ButtonBase button && !(button instanceof MenuButton)) {
            root.requestFocus();
        }
    }

    @FXML
    private void showHelp() {
        PopOver popOver = new PopOver(KeyHelp.content());
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setTitle(TEXTS.get("help"));
        popOver.setHeaderAlwaysVisible(true);
        popOver.show(help);
    }

    @FXML
    private void undo() {
        workbench.undo();
    }

    @FXML
    private void redo() {
        workbench.redo();
    }

    @FXML
    private void changeTheme() {
        shownTheme.set(shownTheme.get().other());
    }
}

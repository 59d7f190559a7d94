package org.gatescope.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;
import org.gatescope.engine.Layer;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.NotationMenu;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.lab.MistakeSwitches;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.words.CellName;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of the window, as window.fxml has it: the toolbar, which is seen to here, and places for all else. */
final class FrameController {
    private static final Texts TEXTS = Texts.of(FrameController.class);
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** Of the toolbar, in pixels. */
    private static final double LEAST_FOR_WORDS = 875;

    /** In pixels; a few letters of it would say nothing. */
    private static final double LEAST_FOR_TITLE = 90;

    /** Of a narrow toolbar, where the menu's tip says the rest. */
    private static final double LEAST_FOR_MISTAKES = 94;

    private final Desk desk;
    private final Workbench workbench;
    private final Shortcuts shortcuts;
    private final String rooms;
    private final Subscriptions open = new Subscriptions();
    private final MistakesMenu mistakesMenu;
    private final GalleryController offer;
    private Runnable tour = () -> {};

    @FXML
    private BorderPane root;

    @FXML
    private MenuButton file;

    @FXML
    private Button gallery;

    @FXML
    private MenuButton mistakes;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Label title;

    @FXML
    private HBox bar;

    @FXML
    private Label app;

    @FXML
    private HBox parts;

    @FXML
    private Button projector;

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
     * @param shortcuts of the window: the toolbar's are added; the page of keys lists all
     * @param rooms     names of the rooms at the right
     * @param flow      whether the gradient flow is shown
     * @param onTask    shows what trains
     * @param onLesson  opens a lesson; given what that is called as a step of undo
     */
    FrameController(
            Desk desk,
            MistakeSwitches switches,
            Shortcuts shortcuts,
            String rooms,
            BooleanProperty flow,
            Runnable onTask,
            BiConsumer<FinishedLesson, String> onLesson) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.shortcuts = shortcuts;
        this.rooms = rooms;
        load();
        root.getStylesheets()
                .add(FrameController.class.getResource("window.css").toExternalForm());
        app.managedProperty().bind(app.visibleProperty());
        bar.widthProperty().subscribe(this::fitBar);
        title.visibleProperty().bind(title.widthProperty().greaterThan(LEAST_FOR_TITLE));
        // a click on a button leaves the keys to the playhead; Tab and Space still reach every button
        root.addEventFilter(MouseEvent.MOUSE_CLICKED, this::leaveButton); // controls consume clicks
        mistakesMenu = new MistakesMenu(mistakes, switches);
        offer = new GalleryController(desk, gallery, flow, onTask, onLesson, root::requestFocus);
        addShortcuts();
        gallery.setTooltip(new Tooltip(withKeys(TEXTS.get("gallery.tip"), "gallery")));
        open.add(
                offer::close,
                desk.theme().subscribe(this::showTheme),
                desk.stem().subscribe(stem -> showTitle(workbench.session().get())),
                workbench.followSession(this::show),
                desk.selection()
                        .hidesMistakes()
                        .subscribe(
                                hides -> mistakesMenu.show(workbench.session().get(), hides)));
    }

    private void load() {
        FXMLLoader loader = new FXMLLoader(FrameController.class.getResource("window.fxml"), TEXTS.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        open.unsubscribe();
    }

    BorderPane root() {
        return root;
    }

    /** Where there is little room buttons are told by their icons. */
    private void fitBar(Number width) {
        boolean isNarrow = width.doubleValue() > 0 && width.doubleValue() < LEAST_FOR_WORDS;
        app.setVisible(!isNarrow);
        bar.pseudoClassStateChanged(NARROW, isNarrow);
        bar.setMinWidth(isNarrow ? Region.USE_COMPUTED_SIZE : 0);
        mistakes.setMinWidth(isNarrow ? LEAST_FOR_MISTAKES : Region.USE_PREF_SIZE);
    }

    MenuButton fileMenu() {
        return file;
    }

    /** The button that opens the gallery. */
    Node gallery() {
        return gallery;
    }

    /** The user's own folder in the gallery. */
    GalleryFolderController own() {
        return offer.own();
    }

    ObservableValue<Boolean> galleryShown() {
        return offer.shown();
    }

    /** @param begin leads over the window: the page of keys has a button for it */
    void offerTour(Runnable begin) {
        tour = begin;
    }

    /** Where the panels stand side by side. */
    SplitPane split() {
        return split;
    }

    StatusBar status() {
        return status;
    }

    /** Puts something between the panels and the status line. */
    void addBelow(Node node) {
        bottom.getChildren().addFirst(node);
    }

    /** The toolbar has switches for these, and each has its key. */
    void offer(List<PartSwitch> switches) {
        shortcuts.line("panels");
        switches.forEach(part -> part.addShortcut(shortcuts));
        parts.getChildren()
                .setAll(switches.stream().map(part -> part.button(shortcuts)).toList());
    }

    /** @param toggle shows the window on a projector, or as before */
    void offerProjector(Runnable toggle) {
        projector.setOnAction(event -> toggle.run());
        projector.setTooltip(new Tooltip(withKeys(TEXTS.get("projector"), "projector")));
        projector.setAccessibleText(TEXTS.get("projector"));
    }

    private String withKeys(String text, String id) {
        return (text + "  " + shortcuts.keysOf(id)).strip();
    }

    private void addShortcuts() {
        shortcuts
                .line("")
                .everywhere(this::showHelp, KeyCode.F1)
                .as("help")
                .line("gallery")
                .everywhere(gallery::fire, KeyCode.G, KeyCombination.SHORTCUT_DOWN)
                .as("gallery")
                .line("leave")
                .elsewhere(root::requestFocus, KeyCode.ESCAPE)
                .elsewhere(() -> tab(TraversalDirection.NEXT), KeyCode.TAB, KeyCombination.CONTROL_DOWN)
                .line("")
                .elsewhere(
                        () -> tab(TraversalDirection.PREVIOUS),
                        KeyCode.TAB,
                        KeyCombination.CONTROL_DOWN,
                        KeyCombination.SHIFT_DOWN);
        shortcuts
                .line("notation")
                .everywhere(this::showNotations, KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        addUndo(shortcuts);
    }

    private void showNotations() {
        ContextMenu menu = new ContextMenu(NotationMenu.items().toArray(MenuItem[]::new));
        menu.setId("notations");
        menu.show(file, javafx.geometry.Side.BOTTOM, 0, 0);
    }

    /** The keys of undo and redo. */
    void addUndo(Shortcuts keys) {
        keys.line("undo")
                .everywhere(workbench::undo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN)
                .as("undo")
                .everywhere(workbench::redo, KeyCode.Y, KeyCombination.SHORTCUT_DOWN)
                .as("redo")
                .line("")
                .everywhere(workbench::redo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** As Tab does, which within tables goes from number to number. */
    private void tab(TraversalDirection direction) {
        root.getScene().getFocusOwner().requestFocusTraversal(direction);
    }

    private void show(Session session) {
        mistakesMenu.show(session, desk.selection().hidesMistakes().get());
        showTitle(session);
        name(undo, "undo", workbench.undoLabel().orElse(""));
        name(redo, "redo", workbench.redoLabel().orElse(""));
        undo.setDisable(workbench.undoLabel().isEmpty());
        redo.setDisable(workbench.redoLabel().isEmpty());
    }

    private void showTitle(Session session) {
        title.setText(TEXTS.get("title", desk.title(), network(session)));
        title.setTooltip(new Tooltip(title.getText())); // there may be less room than it needs
    }

    /** {@code LSTM, 6 units}, or how many layers there are. */
    private static String network(Session session) {
        List<Layer> layers = session.network().layers();
        Layer first = layers.getFirst();
        return layers.size() == 1
                ? TEXTS.get("title.layer", CellName.of(first.cell()), first.hidden())
                : TEXTS.get("title.layers", layers.size());
    }

    private void name(Button button, String key, String label) {
        String text = label.isEmpty() ? TEXTS.get(key) : TEXTS.get(key + ".label", label);
        if (!text.equals(button.getAccessibleText())) {
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(withKeys(text, key)));
        }
    }

    private void showTheme(Theme shown) {
        shown.apply();
        boolean dark = shown == Theme.DARK;
        theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
        theme.setText(TEXTS.get(dark ? "theme.light" : "theme.dark"));
        theme.setTooltip(new Tooltip(TEXTS.get("theme.tip")));
        help.setTooltip(new Tooltip(withKeys(TEXTS.get("help"), "help")));
        help.setAccessibleText(TEXTS.get("help"));
    }

    private void leaveButton(MouseEvent event) {
        if (root.getScene().getFocusOwner() instanceof ButtonBase button && !(button instanceof MenuButton)) {
            root.requestFocus();
        }
    }

    @FXML
    private void showHelp() {
        KeyHelp page = new KeyHelp(shortcuts, rooms);
        PopOver bubble = Bubble.of(page.content(), PopOver.ArrowLocation.TOP_RIGHT, TEXTS.get("help"));
        page.setOnTour(() -> {
            bubble.hide();
            tour.run();
        });
        bubble.show(help);
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
        desk.theme().set(desk.theme().get().other());
    }
}

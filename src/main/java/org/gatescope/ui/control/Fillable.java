package org.gatescope.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A pane that can fill the window, alone or beside others: by a button in its heading, a double click on the heading, or a
 * key while the focus is in it; and of which a picture can be made. It asks by an event, and the window sees to the rest.
 */
public final class Fillable {
    /** The key for it. */
    public static final KeyCode KEY = KeyCode.F4;

    private static final Texts TEXTS = Texts.of(Fillable.class);

    private final Region pane;
    private final String key;
    private final String name;
    private final Supplier<Region> whole;
    private final boolean isEnlarged;
    private final Runnable onFill;
    private final Runnable onLeave;
    private @Nullable Node title;
    private Supplier<List<Node>> drawn;
    private boolean isWide;

    /** Asks the window to let a pane fill it, to put back the one that does, or for a picture of it. */
    public static final class Wish extends Event {
        /** Sent from the pane. */
        public static final EventType<Wish> FILL = new EventType<>(Event.ANY, "FILL_WINDOW");

        /** Sent from a pane that is about to go. */
        public static final EventType<Wish> GO = new EventType<>(Event.ANY, "GO_FROM_WINDOW");

        /** Sent from a pane whose picture is to be put on the clipboard. */
        public static final EventType<Wish> COPY = new EventType<>(Event.ANY, "COPY_PICTURE");

        /** Sent from a pane of which a picture is to be made. */
        public static final EventType<Wish> PICTURE = new EventType<>(Event.ANY, "MAKE_PICTURE");

        private static final long serialVersionUID = 1;

        private final transient Fillable wanted;

        private Wish(EventType<Wish> type, Fillable wanted) {
            super(type);
            this.wanted = wanted;
        }

        /** What is to fill the window, to go, or to be drawn. */
        public Fillable wanted() {
            return wanted;
        }
    }

    private Fillable(
            Region pane,
            String key,
            String name,
            Supplier<Region> whole,
            boolean isEnlarged,
            Runnable onFill,
            Runnable onLeave) {
        this.pane = pane;
        this.key = key;
        this.name = name;
        this.whole = whole;
        this.isEnlarged = isEnlarged;
        this.onFill = onFill;
        this.onLeave = onLeave;
        drawn = () -> List.of(pane);
        pane.getProperties().put(Fillable.class, this);
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
    }

    /** A pane that makes use of the room itself. @param key what it is called on the command line and in files */
    public static Fillable of(Region pane, String key, String name) {
        return new Fillable(pane, key, name, () -> pane, false, () -> {}, () -> {});
    }

    /** A pane of texts and controls, which are enlarged. */
    public static Fillable enlarged(Region pane, String key, String name) {
        return new Fillable(pane, key, name, () -> pane, true, () -> {}, () -> {});
    }

    /**
     * A pane that needs what stands about it, as the ruler: all of that fills the window.
     *
     * @param whole   what fills the window
     * @param onFill  leaves only the pane in it
     * @param onLeave brings back the others
     */
    public static Fillable within(
            Region pane, String key, String name, Supplier<Region> whole, Runnable onFill, Runnable onLeave) {
        return new Fillable(pane, key, name, whole, false, onFill, onLeave);
    }

    /** The innermost pane about a node that can fill the window. */
    public static Optional<Fillable> around(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            Optional<Fillable> found = of(at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All in a node that a picture can be made of, outer ones before those within them. */
    public static Stream<Fillable> everyIn(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        Stream<Fillable> within = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Fillable::everyIn)
                : Stream.of();
        return Stream.concat(of(node).stream(), within);
    }

    /** All that are seen in a node, from top to bottom, without those within one another. */
    public static Stream<Fillable> allIn(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        Optional<Fillable> itself = of(node);
        return itself.isPresent() || !(node instanceof Parent parent)
                ? itself.stream()
                : parent.getChildrenUnmodifiable().stream().flatMap(Fillable::allIn);
    }

    private static Optional<Fillable> of(Node node) {
        return node.hasProperties() && node.getProperties().get(Fillable.class) instanceof Fillable found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** A button for the pane's heading. */
    public Button button() {
        Button button = new Button("", new FontIcon(Feather.MAXIMIZE_2));
        button.getStyleClass().setAll("button", "tool", "fill-window");
        button.setMinWidth(Region.USE_PREF_SIZE);
        String text = TEXTS.get("fill");
        button.setAccessibleText(text);
        button.setTooltip(KeyText.tip(text, new KeyCodeCombination(KEY)));
        button.setFocusTraversable(false);
        button.setOnAction(event -> ask());
        return button;
    }

    /** A button for the heading of the whole that takes the pane back to its place. */
    public static Button back(Runnable onBack) {
        Button back = new Button(TEXTS.get("fill.back"), new FontIcon(Feather.MINIMIZE_2));
        back.setId("fill-back");
        back.getStyleClass().addAll("tool");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setTooltip(KeyText.tip(TEXTS.get("fill.back"), new KeyCodeCombination(KeyCode.ESCAPE)));
        back.setOnAction(event -> onBack.run());
        return back;
    }

    /** A double click on the heading, beside its buttons, does the same. */
    public Fillable byDoubleClick(Node heading) {
        heading.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                ask();
                event.consume();
            }
        });
        return this;
    }

    /** The pane's own title gives way to the one above it while it fills the window. */
    public Fillable titled(Node own) {
        title = own;
        own.managedProperty().bind(own.visibleProperty());
        return this;
    }

    /** What a picture of it shows, from top to bottom: more than the pane, as the ruler above it, or what scrolls in it. */
    public Fillable drawnAs(Supplier<List<Node>> parts) {
        drawn = parts;
        return this;
    }

    /** What a picture of it shows, from top to bottom. */
    public List<Node> drawn() {
        return drawn.get();
    }

    /** For a menu: what can be done with a picture of it. */
    public List<MenuItem> pictureItems() {
        return List.of(item("picture.copy", Wish.COPY), item("picture", Wish.PICTURE));
    }

    private MenuItem item(String text, EventType<Wish> wish) {
        MenuItem item = new MenuItem(TEXTS.get(text));
        item.setId(text);
        item.setOnAction(event -> pane.fireEvent(new Wish(wish, this)));
        return item;
    }

    /** Where nothing in it has a menu of its own. */
    private void offer(ContextMenuEvent event) {
        ContextMenu menu = new ContextMenu(pictureItems().toArray(MenuItem[]::new));
        menu.show(pane, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /** Where panes stand side by side it gets as much room as pictures do, though it is of texts. */
    public Fillable wide() {
        isWide = true;
        return this;
    }

    /** Whether it gets less room than pictures do where panes stand side by side. */
    public boolean isNarrow() {
        return isEnlarged && !isWide;
    }

    /** Asks the window. */
    public void ask() {
        pane.fireEvent(new Wish(Wish.FILL, this));
    }

    /** The pane goes back to its place, if it fills the window, since what it shows is no longer there. */
    public void go() {
        pane.fireEvent(new Wish(Wish.GO, this));
    }

    /** What is meant, which may stand in a larger whole. */
    public Region pane() {
        return pane;
    }

    /** What it is called on the command line and in files. */
    public String key() {
        return key;
    }

    /** As it is told above it. */
    public String name() {
        return name;
    }

    /** What fills the window. */
    public Region whole() {
        return whole.get();
    }

    /** Whether it is shown larger than in its place. */
    public boolean isEnlarged() {
        return isEnlarged;
    }

    /** To be done before it fills the window. */
    public void fill() {
        onFill.run();
        showTitle(false);
    }

    /** To be done before it goes back to its place. */
    public void leave() {
        onLeave.run();
        showTitle(true);
    }

    private void showTitle(boolean isShown) {
        if (title != null) {
            title.setVisible(isShown);
        }
    }
}

package org.gatescope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the whole window, with what the page of keys says of them. Those of the first kind work wherever the focus is;
 * those of playback everywhere but in tables, texts and sliders; those of the third kind wherever the focused control has no
 * use for them. In each place a key does one thing alone.
 */
public final class Shortcuts {
    /** Marks a node that walks through numbers with the arrow keys. */
    private static final String KEEPS_ARROWS = "gatescope.keeps-arrows";
    /** Marks one that can be typed into. */
    private static final String KEEPS_TYPING = "gatescope.keeps-typing";

    private static final String KEEPS_UNDO = "gatescope.keeps-undo";

    /** Style class of buttons within a text that Enter opens, so that Space goes on playing. */
    public static final String OPENED_BY_ENTER = "opens";

    private final List<Entry> entries = new ArrayList<>();
    private String line = "";

    private enum Kind {
        EVERYWHERE,
        PLAYBACK,
        ELSEWHERE,
        /** A control sees to it; here it is only told of. */
        NOTE
    }

    /**
     * @param line of the page of keys
     * @param id   by which the key is looked up; empty for none
     */
    private record Entry(String line, String id, Kind kind, KeyCombination keys, Runnable action) {
        boolean isTold() {
            return !line.isEmpty();
        }
    }

    /** The keys that follow stand in this line of the page of keys; empty for none. */
    public Shortcuts line(String key) {
        line = key;
        return this;
    }

    /** A key that works wherever the focus is. */
    public Shortcuts everywhere(Runnable action, KeyCode key, Modifier... modifiers) {
        return add(Kind.EVERYWHERE, action, key, modifiers);
    }

    /**
     * A key of playback, one of the arrows, Home, End or Space: it works everywhere but in tables, texts and sliders, and
     * Space presses a button that has the focus.
     */
    public Shortcuts playback(Runnable action, KeyCode key, Modifier... modifiers) {
        return add(Kind.PLAYBACK, action, key, modifiers);
    }

    /** A map of numbers: within it the arrow keys, Home and End are its own. */
    public static void keepArrows(Node node) {
        node.getProperties().put(KEEPS_ARROWS, true);
    }

    /** A table: within it the arrow keys are its own, and whatever is typed, Space and the keys of a text's undo included. */
    public static void keepTyping(Node node) {
        keepArrows(node);
        node.getProperties().put(KEEPS_TYPING, true);
    }

    /** A form with a history of its own: within it the keys of undo and redo are its own. */
    public static void keepUndo(Node node) {
        node.getProperties().put(KEEPS_UNDO, true);
    }

    private static boolean keepsUndo(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at.getProperties().containsKey(KEEPS_UNDO)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the arrow keys are a node's own, as in a table, a text or a slider, and playback has none. */
    public static boolean keepsArrows(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl
                    || at instanceof Slider
                    || at.getProperties().containsKey(KEEPS_ARROWS)) {
                return true;
            }
        }
        return false;
    }

    /** A key that works wherever the focused control has no use for it. */
    public Shortcuts elsewhere(Runnable action, KeyCode key, Modifier... modifiers) {
        return add(Kind.ELSEWHERE, action, key, modifiers);
    }

    /** A key that some control sees to. */
    public Shortcuts note(KeyCode key, Modifier... modifiers) {
        return add(Kind.NOTE, () -> {}, key, modifiers);
    }

    /** By which the key before is looked up, in {@link #keysOf}. */
    public Shortcuts as(String id) {
        Entry last = entries.removeLast();
        entries.add(new Entry(last.line(), id, last.kind(), last.keys(), last.action()));
        return this;
    }

    private Shortcuts add(Kind kind, Runnable action, KeyCode key, Modifier... modifiers) {
        entries.add(new Entry(line, "", kind, new KeyCodeCombination(key, modifiers), action));
        return this;
    }

    /** The lines of the page of keys, in their order. */
    public List<String> lines() {
        return entries.stream()
                .filter(Entry::isTold)
                .map(Entry::line)
                .distinct()
                .toList();
    }

    /** The keys of a line as this platform writes them, {@code Ctrl+Z  Ctrl+Y} or {@code ⌘Z  ⌘Y}. */
    public String keysIn(String of) {
        return text(entries.stream().filter(entry -> entry.line().equals(of)));
    }

    /** The first key with an id as this platform writes it; empty for none. */
    public String keysOf(String id) {
        return combination(id).map(KeyCombination::getDisplayText).orElse("");
    }

    /** The first key with an id. */
    public Optional<KeyCombination> combination(String id) {
        return entries.stream()
                .filter(entry -> !id.isEmpty() && entry.id().equals(id))
                .map(Entry::keys)
                .findFirst();
    }

    private static String text(Stream<Entry> entries) {
        return entries.map(entry -> entry.keys().getDisplayText()).collect(Collectors.joining("  "));
    }

    /** From now on the keys work within a node. */
    public void listenOn(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isMenuOpen() || event.isConsumed()) {
                return; // a menu's, or that of a mode of the window
            }
            if (!isTyped(event)) {
                run(Kind.EVERYWHERE, event);
            }
            if (!event.isConsumed() && !isOwn(event)) {
                run(Kind.PLAYBACK, event);
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!isMenuOpen() && !isLetter(event)) {
                run(Kind.ELSEWHERE, event);
            }
        });
    }

    /** All keys are then the menu's, though the window hears of them too. */
    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof ContextMenu menu && menu.isShowing());
    }

    private static boolean keepsTyping(@Nullable Node node) {
        return node != null && node.getProperties().containsKey(KEEPS_TYPING);
    }

    /** A letter that begins an entry of a table, which hears of it as it is typed. */
    private static boolean isLetter(KeyEvent event) {
        boolean isPlain =
                !event.isShortcutDown() && !event.isAltDown() && event.getCode().isLetterKey();
        return isPlain && event.getTarget() instanceof Node focused && keepsTyping(focused);
    }

    /** While a table's cell is typed, undo is the text's own; of a larger text as long as there is something to take back. */
    private static boolean isTyped(KeyEvent event) {
        boolean undoes = event.getCode() == KeyCode.Z && !event.isShiftDown();
        boolean redoes = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        return event.isShortcutDown()
                && (undoes || redoes)
                && (keepsUndo(event.getTarget())
                        || switch (event.getTarget()) {
                            case TextArea area -> undoes ? area.isUndoable() : area.isRedoable();
                            case TextInputControl text -> keepsTyping(text.getParent());
                            default -> false;
                        });
    }

    /** Whether a key of playback is meant for what has the focus. */
    private static boolean isOwn(KeyEvent event) {
        Node focused = event.getTarget() instanceof Node node ? node : null;
        if (event.getCode() != KeyCode.SPACE) {
            return keepsArrows(focused);
        }
        boolean isPressed = focused instanceof ButtonBase
                || focused instanceof ComboBoxBase
                || focused instanceof ChoiceBox
                || focused instanceof TitledPane;
        return focused instanceof TextInputControl
                || focused != null && isPressed && !focused.getStyleClass().contains(OPENED_BY_ENTER)
                || keepsTyping(focused);
    }

    private void run(Kind kind, KeyEvent event) {
        Optional<Entry> found = entries.stream()
                .filter(entry -> entry.kind() == kind && entry.keys().match(event))
                .findFirst();
        found.ifPresent(entry -> {
            entry.action().run();
            event.consume();
        });
    }
}

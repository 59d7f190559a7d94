package org.gatescope.ui.window;

import static javafx.scene.layout.Region.USE_PREF_SIZE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.Shortcuts;

/** What the keys and the mouse do, on one page, in groups. */
final class KeyHelp {
    private static final Texts TEXTS = Texts.of(KeyHelp.class);

    /** Lines of the page by group; those of rooms that are not named here stand in the last. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    private static final String ROOMS = "rooms";

    static {
        GROUPS.put(
                "playback",
                List.of(
                        "play",
                        "step",
                        "time-step",
                        "part",
                        "ends",
                        "speed",
                        "anywhere",
                        "lesson",
                        "go",
                        "run-to",
                        "breakpoint",
                        "watch"));
        GROUPS.put(
                "view",
                List.of(
                        "walk",
                        "fill",
                        "fill-beside",
                        "panels",
                        "scale",
                        "zoom",
                        "roll",
                        "square",
                        "square-time",
                        "open",
                        "trail",
                        "lane",
                        "cover",
                        "uncover",
                        "menu",
                        "notation",
                        "projector",
                        "presenter",
                        "board"));
        GROUPS.put("editing", List.of("edit", "take-over", "leave", "copy", "undo"));
        GROUPS.put("files", List.of("files", "file-menu", "gallery"));
        GROUPS.put(ROOMS, List.of("rooms", "train"));
    }

    private final Shortcuts shortcuts;
    private final String rooms;
    private final Button tour = new Button(TEXTS.get("tour"));

    /** @param rooms names of the rooms at the right */
    KeyHelp(Shortcuts shortcuts, String rooms) {
        this.shortcuts = shortcuts;
        this.rooms = rooms;
        tour.setId("help-tour");
        tour.setMinWidth(USE_PREF_SIZE);
    }

    /** @param begin what its button for the tour does */
    void setOnTour(Runnable begin) {
        tour.setOnAction(event -> begin.run());
    }

    Node content() {
        GridPane page = new GridPane();
        page.getStyleClass().add("key-help");
        page.addRow(0, tour, new Label(TEXTS.get("tour.does")));
        for (String group : GROUPS.keySet()) {
            Label heading = new Label(TEXTS.get("keys.group." + group));
            heading.getStyleClass().add("section-title");
            page.add(heading, 0, page.getRowCount(), 2, 1);
            lines(shortcuts, group).forEach(line -> addLine(page, line));
        }
        ScrollPane scrolled = Bubble.scrolling(page);
        scrolled.setFocusTraversable(true); // then keys scroll it
        return scrolled;
    }

    private void addLine(GridPane page, String line) {
        String keys = shortcuts.keysIn(line);
        Label left = new Label(hasText(line) ? TEXTS.get("keys." + line, keys, modifier()) : keys);
        left.getStyleClass().add("strong");
        left.setMinWidth(USE_PREF_SIZE);
        Label right = new Label(TEXTS.get("keys." + line + ".does", rooms));
        right.setWrapText(true); // a scroll bar may take some of its room
        page.addRow(page.getRowCount(), left, right);
    }

    /** In the order of the group; those that are in none follow in that of the rooms. */
    private static List<String> lines(Shortcuts shortcuts, String group) {
        List<String> told = shortcuts.lines();
        List<String> lines = new ArrayList<>(GROUPS.get(group));
        lines.retainAll(told);
        if (group.equals(ROOMS)) {
            told.stream()
                    .filter(line -> GROUPS.values().stream().noneMatch(named -> named.contains(line)))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Where the keys alone do not say it all. */
    private static boolean hasText(String line) {
        return TEXTS.bundle().containsKey("keys." + line);
    }

    /** As it stands before a key, {@code Ctrl+} or {@code ⌘}. */
    private static String modifier() {
        String withKey = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN).getDisplayText();
        return withKey.substring(0, withKey.length() - 1);
    }
}

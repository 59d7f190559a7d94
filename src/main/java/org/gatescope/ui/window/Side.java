package org.gatescope.ui.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Room;

/** The right of the window: one room at a time, chosen above. */
final class Side extends BorderPane {
    /** With the platform's modifier, in the order of the rooms; further rooms have none. */
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT9);

    private final StringProperty room = new SimpleStringProperty("");
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, PanelColumn> panels = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane choices = new FlowPane(4, 4);

    /**
     * @param seen      whether this side of the window is seen
     * @param shortcuts get the keys of the rooms
     */
    Side(List<RoomOffer> offers, WindowParts parts, BooleanProperty seen, Shortcuts shortcuts) {
        choices.getStyleClass().add("side-rooms");
        getStyleClass().add("side-room");
        setTop(choices);
        shortcuts.line("rooms");
        for (RoomOffer offer : offers) {
            String key = offer.key();
            if (rooms.size() < DIGITS.size()) {
                shortcuts
                        .everywhere(() -> toggle(key, seen), DIGITS.get(rooms.size()), KeyCombination.SHORTCUT_DOWN)
                        .as("room." + key);
            }
            add(offer, offer.make().apply(parts), seen, shortcuts.keysOf("room." + key));
        }
        rooms.values().forEach(made -> made.addShortcuts(shortcuts));
        room.subscribe(this::show);
    }

    private void add(RoomOffer offer, Room made, BooleanProperty seen, String keys) {
        String key = offer.key();
        rooms.put(key, made);
        PanelColumn panel = new PanelColumn(made.content().toArray(Region[]::new));
        panels.put(key, panel);
        made.onBegin(() -> panel.setVvalue(0));
        made.activeProperty().bind(shows(key).and(seen));
        ToggleButton button = new ToggleButton(offer.name());
        button.setId("room-" + key);
        button.getStyleClass().add("pill");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip((offer.tip() + "  " + keys).strip()));
        button.setToggleGroup(group);
        button.setUserData(key);
        button.setOnAction(event -> {
            room.set(key);
            button.setSelected(true); // the one that is shown cannot be put away here
        });
        choices.getChildren().add(button);
    }

    void close() {
        rooms.values().forEach(Room::close);
    }

    /** The key of the room that is shown. */
    StringProperty room() {
        return room;
    }

    /** What session files keep of the rooms. */
    void keepIn(WindowMemory memory) {
        rooms.forEach((key, made) -> memory.keep("room." + key, made::kept, made::restore));
    }

    /** One that there is. */
    Room room(String key) {
        return Objects.requireNonNull(rooms.get(key), key);
    }

    /** Shows a room, or the first where there is no such one. */
    void showRoom(String key) {
        room.set(rooms.containsKey(key) ? key : rooms.keySet().iterator().next());
    }

    /** Unfolds the card of a pane, if it stands in one. @param pane its key */
    void unfold(String pane) {
        applyCss(); // scroll panes hold nothing before
        lookupAll(".titled-pane").stream()
                .map(TitledPane.class::cast)
                .filter(card -> Fillable.everyIn(card.getContent())
                        .anyMatch(within -> within.key().equals(pane)))
                .forEach(card -> card.setExpanded(true));
    }

    /** True while a room is the one that is shown, if any is. */
    private BooleanExpression shows(String of) {
        return BooleanExpression.booleanExpression(room.map(now -> now.equals(of)));
    }

    /** Shows a room, or puts the side away where it is the one that is shown. */
    private void toggle(String key, BooleanProperty seen) {
        boolean isShown = seen.get() && room.get().equals(key);
        room.set(key);
        seen.set(!isShown);
    }

    /** The beginning of a room. */
    void reveal(String key) {
        reveal(key, room(key).content().getFirst());
    }

    /** The room with a panel in it, scrolled just far enough. */
    private void reveal(String key, Region panel) {
        room.set(key);
        Objects.requireNonNull(panels.get(key)).reveal(panel);
    }

    private void show() {
        setCenter(panels.get(room.get()));
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(room.get())));
    }
}

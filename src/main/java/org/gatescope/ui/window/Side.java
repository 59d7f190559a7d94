package org.gatescope.ui.window;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;

/** The right of the window: one room at a time, chosen above. */
final class Side extends BorderPane {
    private static final Texts TEXTS = Texts.of(Side.class);

    /** What the right of the window is for. */
    enum Room {
        CELL,
        TRAINING,
        DIAGNOSTICS,
        MISTAKES;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ObjectProperty<Room> room = new SimpleObjectProperty<>(Room.CELL);
    private final Map<Room, SidePanel> panels = new EnumMap<>(Room.class);
    private final ToggleGroup group = new ToggleGroup();
    private final HBox choices = new HBox();

    Side() {
        choices.getStyleClass().add("side-rooms");
        getStyleClass().add("side-room");
        setTop(choices);
        room.subscribe(this::show);
    }

    /** What a room holds, from above to below. */
    void add(Room of, Region... contents) {
        panels.put(of, new SidePanel(contents));
        ToggleButton button = new ToggleButton(TEXTS.get("room." + of.key()));
        button.setId("room-" + of.key());
        button.getStyleClass().add("pill");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(TEXTS.get("room." + of.key() + ".tip")));
        button.setToggleGroup(group);
        button.setUserData(of);
        button.setOnAction(event -> {
            room.set(of);
            button.setSelected(true); // the one that is shown cannot be put away here
        });
        choices.getChildren().add(button);
        show();
    }

    ObjectProperty<Room> room() {
        return room;
    }

    /** True while a room is the one that is shown, if any is. */
    BooleanExpression shows(Room of) {
        return BooleanExpression.booleanExpression(room.map(now -> now == of));
    }

    /** The room with a panel in it, scrolled as far as it takes. */
    void reveal(Room of, Region panel) {
        room.set(of);
        Objects.requireNonNull(panels.get(of)).reveal(panel);
    }

    private void show() {
        setCenter(panels.get(room.get()));
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == room.get()));
    }
}

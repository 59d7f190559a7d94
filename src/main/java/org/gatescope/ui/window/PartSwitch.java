package org.gatescope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A part of the window that can be put away: its switch in the toolbar, its key and what settings say follow from this.
 *
 * @param key   one of {@link Arrangement#PARTS}; what it is called is the text {@code panel.KEY}
 * @param digit with the platform's modifier; null where rooms have keys of their own
 */
record PartSwitch(String key, Feather icon, @Nullable KeyCode digit, BooleanProperty shown) {
    private static final Texts TEXTS = Texts.of(PartSwitch.class);

    void addShortcut(Shortcuts shortcuts) {
        if (digit != null) {
            shortcuts
                    .everywhere(() -> shown.set(!shown.get()), digit, KeyCombination.SHORTCUT_DOWN)
                    .as(key);
        }
    }

    ToggleButton button(Shortcuts shortcuts) {
        String text = TEXTS.get("panel." + key);
        String keys = shortcuts.keysOf(digit == null ? "room." + key : key);
        ToggleButton button = new ToggleButton("", new FontIcon(icon));
        button.setId("show-" + key);
        button.getStyleClass().addAll("tool", "panel-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(shown);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip((text + "  " + keys).strip()));
        return button;
    }
}

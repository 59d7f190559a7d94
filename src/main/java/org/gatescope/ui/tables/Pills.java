package org.gatescope.ui.tables;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.gatescope.text.Texts;

/** A few ways of which one is always chosen, side by side. */
final class Pills extends FlowPane {
    private static final Texts TEXTS = Texts.of(Pills.class);

    private final ToggleGroup group = new ToggleGroup();

    /**
     * @param key    of the texts and ids
     * @param names  of the ways, keys of texts below the first one
     * @param chosen place in the list
     */
    Pills(String key, List<String> names, int chosen, Runnable onChange) {
        super(6, 6);
        for (int i = 0; i < names.size(); i++) {
            getChildren().add(pill(key, names.get(i), i, i == chosen));
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else if (before != null) {
                onChange.run();
            }
        });
        setPrefWrapLength(PasteText.WIDTH); // long names go into the next line
    }

    private ToggleButton pill(String key, String name, int way, boolean isChosen) {
        ToggleButton pill = new ToggleButton(TEXTS.get(key + "." + name));
        pill.setId(key + "-" + name);
        pill.getStyleClass().add("pill");
        pill.setToggleGroup(group);
        pill.setUserData(way);
        pill.setSelected(isChosen);
        pill.setAlignment(Pos.CENTER);
        String tip = key + "." + name + ".tip";
        if (TEXTS.has(tip)) {
            pill.setTooltip(new Tooltip(TEXTS.get(tip)));
            pill.setAccessibleHelp(TEXTS.get(tip));
        }
        return pill;
    }

    /** Its place in the list. */
    int chosen() {
        return (Integer) group.getSelectedToggle().getUserData();
    }
}

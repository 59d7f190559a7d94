package org.gatescope.ui.tables;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;

/** Whether the tables of weights and initial states show their values or their gradients. */
final class SideSwitch {
    private static final Texts TEXTS = Texts.of(SideSwitch.class);

    private final ToggleButton values = pill("values");
    private final ToggleButton gradients = pill("gradients");

    SideSwitch(Runnable onChange) {
        ToggleGroup group = new ToggleGroup();
        values.setToggleGroup(group);
        gradients.setToggleGroup(group);
        gradients.getStyleClass().add("backward");
        values.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before); // one of the two is always on
            } else {
                onChange.run();
            }
        });
    }

    boolean showsGradients() {
        return gradients.isSelected();
    }

    /** A section's title with the switch at its right. */
    Node beside(Node title) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, values, gradients);
        row.getStyleClass().add("side-switch");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static ToggleButton pill(String key) {
        ToggleButton pill = new ToggleButton(TEXTS.get("show." + key));
        pill.setId("show-" + key);
        pill.getStyleClass().addAll("pill", "small");
        return pill;
    }
}

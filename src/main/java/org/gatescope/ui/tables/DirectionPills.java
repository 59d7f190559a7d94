package org.gatescope.ui.tables;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.gatescope.engine.Network.Part;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Selection;

/** Which direction of a layer that reads both ways is shown. */
final class DirectionPills extends HBox {
    private static final Texts TEXTS = Texts.of(DirectionPills.class);

    private final ToggleButton forward = pill("forward", "→");
    private final ToggleButton backward = pill("backward", "←");

    DirectionPills(Selection selection) {
        ToggleGroup group = new ToggleGroup();
        forward.setToggleGroup(group);
        backward.setToggleGroup(group);
        forward.setOnAction(event -> choose(selection, "forward"));
        backward.setOnAction(event -> choose(selection, "backward"));
        setAlignment(Pos.BOTTOM_RIGHT);
        getStyleClass().add("direction-pills");
        getChildren().addAll(forward, backward);
        managedProperty().bind(visibleProperty());
    }

    void show(Part part) {
        setVisible(part.layer().directions().isBidirectional());
        forward.setSelected(!part.reversed());
        backward.setSelected(part.reversed());
    }

    private void choose(Selection selection, String direction) {
        String part = selection.part().get();
        selection.part().set(part.substring(0, part.indexOf('.') + 1) + direction);
        forward.setSelected(direction.equals("forward")); // a pill that was on already stays so
        backward.setSelected(direction.equals("backward"));
    }

    private static ToggleButton pill(String direction, String arrow) {
        ToggleButton pill = new ToggleButton(arrow);
        pill.setId("direction-" + direction);
        pill.getStyleClass().add("pill");
        pill.setAccessibleText(TEXTS.get("direction." + direction));
        return pill;
    }
}

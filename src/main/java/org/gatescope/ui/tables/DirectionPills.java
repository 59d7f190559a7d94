package org.gatescope.ui.tables;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.PartKey;
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
        forward.setOnAction(event -> choose(selection, false));
        backward.setOnAction(event -> choose(selection, true));
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

    private void choose(Selection selection, boolean reversed) {
        PartKey.read(selection.part().get())
                .ifPresent(key -> selection.part().set(new PartKey(key.layer(), reversed).text()));
        forward.setSelected(!reversed); // a pill that was on already stays so
        backward.setSelected(reversed);
    }

    private static ToggleButton pill(String direction, String arrow) {
        ToggleButton pill = new ToggleButton(arrow);
        pill.setId("direction-" + direction);
        pill.getStyleClass().add("pill");
        pill.setMinWidth(USE_PREF_SIZE);
        pill.setAccessibleText(TEXTS.get("direction." + direction));
        return pill;
    }
}

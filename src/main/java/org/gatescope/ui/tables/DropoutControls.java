package org.gatescope.ui.tables;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/** Whether the run that is shown drops anything, and other factors drawn. */
final class DropoutControls {
    private static final Texts TEXTS = Texts.of(DropoutControls.class);

    private final Workbench workbench;
    private final ToggleButton training = pill("training");
    private final ToggleButton evaluated = pill("evaluated");
    private final Button again = new Button(TEXTS.get("dropout.again"));

    DropoutControls(Workbench workbench) {
        this.workbench = workbench;
        ToggleGroup group = new ToggleGroup();
        training.setToggleGroup(group);
        evaluated.setToggleGroup(group);
        training.setOnAction(event -> turn(true));
        evaluated.setOnAction(event -> turn(false));
        again.setId("dropout-again");
        again.getStyleClass().addAll("pill", "small");
        again.setTooltip(new Tooltip(TEXTS.get("dropout.again.tip")));
        again.setOnAction(event -> workbench.edit(TEXTS.get("edit.dropout-again"), DropoutControls::drawnAgain));
    }

    void show(Session session) {
        boolean isOn = session.numbers().dropout().isOn();
        training.setSelected(isOn);
        evaluated.setSelected(!isOn);
    }

    /** A section's title with the controls at its right. */
    Node beside(Node title) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, training, evaluated, again);
        row.getStyleClass().add("side-switch");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    /** One of the two is always on. */
    private void turn(boolean on) {
        if (workbench.session().get().numbers().dropout().isOn() != on) {
            workbench.edit(
                    TEXTS.get(on ? "edit.dropout-on" : "edit.dropout-off"),
                    session -> session.withNumbers(
                            numbers -> numbers.withDropout(numbers.dropout().switched(on))));
        }
        show(workbench.session().get());
    }

    private static Session drawnAgain(Session session) {
        DropoutMasks now = session.numbers().dropout();
        return session.withNumbers(
                numbers -> numbers.withDropout(now.after(1, session.network(), session.batch(), session.steps())));
    }

    private static ToggleButton pill(String key) {
        ToggleButton pill = new ToggleButton(TEXTS.get("dropout." + key));
        pill.setId("dropout-" + key);
        pill.getStyleClass().addAll("pill", "small");
        pill.setTooltip(new Tooltip(TEXTS.get("dropout." + key + ".tip")));
        return pill;
    }
}

package org.gatescope.ui.lane;

import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.ProblemLabel;

/** Asks for the magnitude that a lane's colours end at: until there is a positive number, or none is wanted. */
final class FixedLimit {
    private static final Texts TEXTS = Texts.of(FixedLimit.class);
    private static final double WIDTH = 330;

    private final TextField field = new TextField();
    private final ProblemLabel problem = new ProblemLabel();
    private final PopOver bubble;

    /** @param now to begin with */
    FixedLimit(double now, DoubleConsumer choose) {
        Label name = new Label(TEXTS.get("scale.fixed.prompt"));
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("fixed-limit");
        field.setText(Numerals.exact(now));
        field.setAccessibleText(name.getText());
        problem.setId("fixed-limit-problem");
        Button use = new Button(TEXTS.get("scale.fixed.use"));
        use.setId("fixed-limit-use");
        HBox bottom = new HBox(use);
        bottom.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(name, field, problem, bottom);
        content.getStyleClass().add("paste-text");
        content.setPrefWidth(WIDTH);
        bubble = Bubble.of(content, ArrowLocation.LEFT_TOP, TEXTS.get("scale.fixed.title"));
        field.setOnAction(event -> commit(choose));
        use.setOnAction(event -> commit(choose));
        field.textProperty().subscribe(() -> problem.refuse(""));
    }

    void showAt(Node about) {
        bubble.show(about);
        field.requestFocus();
        field.selectAll();
    }

    private void commit(DoubleConsumer choose) {
        double limit = TypedNumber.read(field.getText()) instanceof TypedNumber.Number(double value) ? value : 0;
        if (limit > 0 && limit <= Double.MAX_VALUE) {
            bubble.hide();
            choose.accept(limit);
        } else {
            problem.refuse(TEXTS.get("scale.fixed.refused", field.getText()));
        }
    }
}

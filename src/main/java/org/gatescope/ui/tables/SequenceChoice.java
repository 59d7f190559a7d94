package org.gatescope.ui.tables;

import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gatescope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which row of the batch tables and lanes show. */
final class SequenceChoice extends HBox {
    private static final Texts TEXTS = Texts.of(SequenceChoice.class);

    private final Label label = new Label();
    private final Button previous;
    private final Button next;

    SequenceChoice(IntegerProperty sequence) {
        previous = button("sequence.previous", Feather.CHEVRON_LEFT, () -> sequence.set(sequence.get() - 1));
        next = button("sequence.next", Feather.CHEVRON_RIGHT, () -> sequence.set(sequence.get() + 1));
        label.setId("sequence");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("sequence-choice");
        getChildren().addAll(previous, label, next);
    }

    /** @param now which one is shown, from 0 */
    void show(int now, int batch) {
        label.setText(TEXTS.get("sequence.of", now + 1, batch));
        previous.setDisable(now == 0);
        next.setDisable(now == batch - 1);
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("tool");
        button.setAccessibleText(TEXTS.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}

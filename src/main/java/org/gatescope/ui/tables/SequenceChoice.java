package org.gatescope.ui.tables;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which row of the batch tables and lanes show, and how long that sequence is. */
final class SequenceChoice extends HBox {
    private static final Texts TEXTS = Texts.of(SequenceChoice.class);

    private final Workbench workbench;
    private final IntegerProperty sequence;
    private final Label label = new Label();
    private final SizeField length = new SizeField("length", 0, this::changeLength);
    private final Button previous;
    private final Button next;

    SequenceChoice(Workbench workbench, IntegerProperty sequence) {
        this.workbench = workbench;
        this.sequence = sequence;
        previous = button("sequence.previous", Feather.CHEVRON_LEFT, () -> sequence.set(sequence.get() - 1));
        next = button("sequence.next", Feather.CHEVRON_RIGHT, () -> sequence.set(sequence.get() + 1));
        label.setId("sequence");
        label.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox choice = new HBox(previous, label, next);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.setMinHeight(28);
        choice.setMaxHeight(28);
        setAlignment(Pos.BOTTOM_LEFT);
        getStyleClass().add("sequence-choice");
        getChildren().addAll(choice, space, length);
    }

    /** @param now which one is shown, from 0 */
    void show(int now, Session session) {
        int batch = session.batch();
        length.show(session.lengths().get(now));
        label.setText(TEXTS.get(session.isTested(now) ? "sequence.test" : "sequence.of", now + 1, batch));
        previous.setDisable(now == 0);
        next.setDisable(now == batch - 1);
    }

    /** Within the T steps: for more of them the network has a field. */
    private Optional<String> changeLength(int wanted) {
        Session now = workbench.session().get();
        if (wanted > now.steps()) {
            return Optional.of(TEXTS.get("length.refused", wanted, now.steps()));
        }
        workbench.edit(
                TEXTS.get("edit.length", sequence.get() + 1, wanted),
                session -> session.withLength(sequence.get(), wanted));
        return Optional.empty();
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

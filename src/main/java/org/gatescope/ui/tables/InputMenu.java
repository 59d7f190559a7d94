package org.gatescope.ui.tables;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/** A whole new input: sentences cut into tokens, or an array of numbers. */
final class InputMenu {
    private static final Texts TEXTS = Texts.of(InputMenu.class);

    private final Workbench workbench;
    private final Consumer<NetworkChange> onChange;
    private final Button text = button("text", this::askForText);
    private final Button numbers = button("array", this::askForArray);

    /** @param onChange told what a new input did to the parameters */
    InputMenu(Workbench workbench, Consumer<NetworkChange> onChange) {
        this.workbench = workbench;
        this.onChange = onChange;
    }

    /** A section's title with the buttons at its right. */
    Node beside(Node title) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, text, numbers);
        row.getStyleClass().add("side-switch");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private void askForText() {
        offerText(workbench.session().get().text(), text);
    }

    /** Asks how a text is to be cut. @param at beside what */
    void offerText(String given, Node at) {
        Session session = workbench.session().get();
        new PasteText(
                        "text",
                        given,
                        new TextChoices(session.vocabulary()),
                        change -> onChange.accept(workbench.change(TEXTS.get("edit.text"), change)))
                .showAt(at);
    }

    private void askForArray() {
        new PasteText(
                        "array",
                        "",
                        new ArrayChoices(),
                        change -> onChange.accept(workbench.change(TEXTS.get("edit.array"), change)))
                .showAt(numbers);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get("input." + key));
        button.setId("input-" + key);
        button.getStyleClass().addAll("pill", "small");
        button.setOnAction(event -> action.run());
        return button;
    }
}

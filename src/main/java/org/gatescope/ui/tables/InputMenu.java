package org.gatescope.ui.tables;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.format.text.CopiedTensor;
import org.gatescope.format.text.CopiedTensor.Layout;
import org.gatescope.format.text.CopiedTensor.Tensor;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Tokenizer;
import org.gatescope.session.Tokenizer.Unit;
import org.gatescope.session.Tokens;
import org.gatescope.session.Tokens.Tokenized;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.tables.PasteText.Reading;

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
        int chosen = session.hasCharacters() ? 1 : 0;
        new PasteText(
                        "text",
                        given,
                        List.of("words", "characters"),
                        chosen,
                        InputMenu::tokens,
                        change -> onChange.accept(workbench.change(TEXTS.get("edit.text"), change)))
                .showAt(at);
    }

    private void askForArray() {
        new PasteText(
                        "array",
                        "",
                        List.of("batch-first", "time-first"),
                        0,
                        InputMenu::array,
                        change -> onChange.accept(workbench.change(TEXTS.get("edit.array"), change)))
                .showAt(numbers);
    }

    private static Reading tokens(String text, int way) {
        Tokens tokens = Tokenizer.keras(way == 0 ? Unit.WORDS : Unit.CHARACTERS).fit(text.strip());
        return switch (tokens) {
            case Tokens.Refused(String reason) -> new Reading(reason, Optional.empty());
            case Tokenized read
            when read.vocabulary().isEmpty() -> new Reading(TEXTS.get("text.none"), Optional.empty());
            case Tokenized read ->
                new Reading(
                        TEXTS.get(
                                "text.read",
                                read.sequences().size(),
                                read.vocabulary().size(),
                                Collections.max(read.lengths())),
                        Optional.of(session -> Reshape.withText(session, read)));
        };
    }

    private static Reading array(String text, int way) {
        return switch (CopiedTensor.read(text, Layout.values()[way])) {
            case CopiedTensor.Refused(String reason) -> new Reading(reason, Optional.empty());
            case Tensor read
            when read.batch() == 0 || read.steps() == 0 || read.width() == 0 ->
                new Reading(TEXTS.get("array.none"), Optional.empty());
            case Tensor read ->
                new Reading(
                        TEXTS.get("array.read", read.batch(), read.steps(), read.width()),
                        Optional.of(
                                session -> Reshape.withInput(session, read.steps(), read.lengths(), read.values())));
        };
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get("input." + key));
        button.setId("input-" + key);
        button.getStyleClass().addAll("pill", "small");
        button.setOnAction(event -> action.run());
        return button;
    }
}

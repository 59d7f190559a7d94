package org.gatescope.ui.lesson.edit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.Lock;
import org.gatescope.text.Texts;

/** The entries of one step. */
final class StepForm extends VBox {
    private static final Texts TEXTS = Texts.of(StepForm.class);
    private static final String TEXT = "text";
    private static final String REVEAL = "reveal";
    private static final String NOTES = "notes";

    private final EntryField text;
    private final QuestionForm question;

    StepForm(StepDraft step, Editing editing) {
        getStyleClass().add("edit-column");
        text = EntryField.lines(
                TEXT, TEXTS.get(TEXT), step.text(), 4, now -> editing.type(TEXT, was -> was.withText(now)));
        text.with(MarkupTools.of(TEXT, text, editing));
        question = new QuestionForm(step.question(), editing);
        getChildren()
                .addAll(
                        text,
                        new PlaceRow("place", step.place(), editing, now -> editing.choose(was -> was.withPlace(now))),
                        question);
        if (step.question().isPresent()) {
            EntryField reveal = EntryField.lines(
                    REVEAL,
                    TEXTS.get(REVEAL),
                    step.reveal(),
                    2,
                    now -> editing.type(REVEAL, was -> was.withReveal(now)));
            reveal.with(MarkupTools.of(REVEAL, reveal, editing));
            getChildren()
                    .addAll(
                            reveal,
                            new PlaceRow(
                                    "shown", step.shown(), editing, now -> editing.choose(was -> was.withShown(now))));
        }
        EntryField notes = EntryField.lines(
                NOTES, TEXTS.get(NOTES), step.notes(), 2, now -> editing.type(NOTES, was -> was.withNotes(now)));
        notes.prompted(TEXTS.get("notes.help"));
        CheckBox own = new CheckBox(TEXTS.get("start"));
        own.setId("edit-start");
        own.setTooltip(new Tooltip(TEXTS.get("start.tip")));
        own.setWrapText(true);
        own.setSelected(step.start().isPresent());
        own.selectedProperty()
                .subscribe((before, now) -> editing.choose(
                        was -> was.withStart(now ? Optional.of(editing.run().session()) : Optional.empty())));
        getChildren().addAll(notes, locks(step, editing), own);
    }

    private static Node locks(StepDraft step, Editing editing) {
        Label title = new Label(TEXTS.get("locks"));
        title.getStyleClass().add("entry-title");
        VBox locks = new VBox(title);
        for (Lock lock : Lock.values()) {
            String key = lock.name().toLowerCase(Locale.ROOT);
            CheckBox box = new CheckBox(TEXTS.get("lock." + key));
            box.setId("edit-lock-" + key);
            box.setSelected(step.locks().contains(lock));
            box.selectedProperty().subscribe((before, now) -> editing.type("", was -> was.withLock(lock, now)));
            locks.getChildren().add(box);
        }
        locks.getStyleClass().addAll("entry-field", "edit-locks");
        return locks;
    }

    /** Says what is wrong. @param outcome of the question; empty without one */
    void tell(StepDraft step, Optional<TypedQuestion.Outcome> outcome) {
        text.refuse(step.text().isBlank() ? TEXTS.get("problem.text") : "");
        question.tell(outcome.orElse(new TypedQuestion.Outcome(Optional.empty(), Map.of())));
    }
}

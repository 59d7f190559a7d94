package org.gatescope.ui.lesson.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.text.Texts;
import org.gatescope.ui.lesson.AnswerWords;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The entries of a question: its kind, what is asked, and the answers that are known. */
final class QuestionForm extends VBox {
    private static final Texts TEXTS = Texts.of(QuestionForm.class);

    private final Editing editing;
    private final Map<String, EntryField> entries = new HashMap<>();
    private final Label right = new Label();

    QuestionForm(Optional<QuestionDraft> draft, Editing editing) {
        this.editing = editing;
        getStyleClass().add("edit-question");
        getChildren().add(kinds(draft));
        draft.ifPresent(this::addEntries);
    }

    private void choose(Optional<QuestionKind> now, Optional<QuestionKind> before) {
        if (!now.equals(before)) {
            editing.choose(step -> step.withQuestion(now.map(
                    kind -> step.question().orElse(QuestionDraft.empty(kind)).withKind(kind))));
        }
    }

    private VBox kinds(Optional<QuestionDraft> draft) {
        ComboBox<Optional<QuestionKind>> box = new ComboBox<>();
        box.setId("edit-kind");
        box.setAccessibleText(TEXTS.get("kind"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().add(Optional.empty());
        List.of(QuestionKind.values()).forEach(kind -> box.getItems().add(Optional.of(kind)));
        box.setConverter(new KindNames());
        box.setValue(draft.map(QuestionDraft::kind));
        Runnable choose = () -> choose(box.getValue(), draft.map(QuestionDraft::kind));
        box.valueProperty().subscribe((before, now) -> {
            if (!box.isShowing()) {
                choose.run();
            }
        });
        box.setOnHidden(event -> choose.run()); // the arrows go through the open list, and none of them is a choice yet
        Label title = new Label(TEXTS.get("kind"));
        title.getStyleClass().add("entry-title");
        title.setLabelFor(box);
        VBox kinds = new VBox(title, box);
        kinds.getStyleClass().add("entry-field");
        return kinds;
    }

    private static final class KindNames extends StringConverter<Optional<QuestionKind>> {
        @Override
        public String toString(Optional<QuestionKind> kind) {
            return kind == null ? "" : kind.map(QuestionKind::title).orElse(TEXTS.get("kind.none"));
        }

        @Override
        public Optional<QuestionKind> fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }

    private void addEntries(QuestionDraft draft) {
        EntryField prompt = EntryField.lines(
                TypedQuestion.PROMPT,
                TEXTS.get("prompt"),
                draft.prompt(),
                2,
                text -> type("prompt", now -> now.withPrompt(text)));
        prompt.with(MarkupTools.of("prompt", prompt, editing));
        add(TypedQuestion.PROMPT, prompt);
        draft.kind().fields().forEach(field -> add(field.key(), entry(field, draft)));
        right.setId("edit-right");
        right.setWrapText(true);
        right.setMinHeight(Region.USE_PREF_SIZE);
        right.getStyleClass().add("muted");
        getChildren().add(right);
        if (draft.kind().hasKnown()) {
            addKnown(draft);
        }
    }

    private void add(String key, EntryField entry) {
        entries.put(key, entry);
        getChildren().add(entry);
    }

    private void type(String key, UnaryOperator<QuestionDraft> change) {
        editing.type(key, step -> step.withQuestion(step.question().map(change)));
    }

    private EntryField entry(QuestionField field, QuestionDraft draft) {
        String text = draft.entries().getOrDefault(field, "");
        EntryField entry = field.isList()
                ? EntryField.lines(
                        field.key(), field.title(), text, 2, now -> type(field.key(), was -> was.with(field, now)))
                : EntryField.line(
                        field.key(), field.title(), text, now -> type(field.key(), was -> was.with(field, now)));
        entry.prompted(field.help());
        entry.input().setTooltip(new Tooltip(field.help()));
        if (takesOpenNumber(field)) {
            entry.with(MarkupTools.tool(field.key() + "-open", "open-number", () -> useOpenNumber(field, entry)));
        }
        return entry;
    }

    private static boolean takesOpenNumber(QuestionField field) {
        return switch (field) {
            case TOLERANCE, LOW, HIGH -> false;
            default -> true;
        };
    }

    private void useOpenNumber(QuestionField field, EntryField entry) {
        String open = editing.openNumber();
        if (open.isEmpty()) {
            editing.refuse(TEXTS.get("open-number.none"));
            return;
        }
        if (field == QuestionField.LINE || field == QuestionField.PART) {
            useLine(open);
            return;
        }
        String number = OpenSeries.of(field, open, editing.run());
        switch (field) {
            case CONDITIONS, ATTEMPTS, SOLUTION ->
                entry.input().insertText(entry.input().getCaretPosition(), number);
            default -> entry.input().setText(number);
        }
        entry.input().requestFocus();
    }

    /** Whose line computes the number. */
    private void useLine(String open) {
        if (WrittenNumber.read(open).orElse(null) instanceof OfStep(String part, var node, int t, int row, int column)
                && node instanceof org.gatescope.cell.Expression.Name(String name)) {
            Objects.requireNonNull(entries.get(QuestionField.PART.key()))
                    .input()
                    .setText(part);
            Objects.requireNonNull(entries.get(QuestionField.LINE.key()))
                    .input()
                    .setText(name);
        } else {
            editing.refuse(TEXTS.get("open-number.line"));
        }
    }

    private void addKnown(QuestionDraft draft) {
        Label title = new Label(TEXTS.get("known"));
        title.getStyleClass().add("entry-title");
        getChildren().add(title);
        for (int i = 0; i < draft.known().size(); i++) {
            addKnown(i, draft.known().get(i));
        }
        getChildren()
                .add(MarkupTools.tool(
                        "known-add",
                        "known.add",
                        () -> editing.choose(
                                step -> step.withQuestion(step.question().map(QuestionDraft::withMore)))));
    }

    private void addKnown(int at, KnownAnswer known) {
        String answerKey = TypedQuestion.known(at, false);
        String sentenceKey = TypedQuestion.known(at, true);
        EntryField answer = EntryField.line(
                answerKey,
                TEXTS.get("known.answer"),
                known.answer(),
                text -> type(
                        answerKey,
                        now -> now.withKnown(
                                at, new KnownAnswer(text, now.known().get(at).sentence()))));
        Button delete = new Button("", new FontIcon(Feather.X));
        delete.setId("edit-known-" + at + "-delete");
        delete.getStyleClass().add("tool");
        delete.setAccessibleText(TEXTS.get("known.delete"));
        delete.setTooltip(new Tooltip(TEXTS.get("known.delete")));
        delete.setOnAction(event ->
                editing.choose(step -> step.withQuestion(step.question().map(question -> question.without(at)))));
        answer.with(delete);
        answer.prompted(TEXTS.get("known.answer.help"));
        EntryField sentence = EntryField.lines(
                sentenceKey,
                TEXTS.get("known.sentence"),
                known.sentence(),
                2,
                text -> type(
                        sentenceKey,
                        now -> now.withKnown(
                                at, new KnownAnswer(now.known().get(at).answer(), text))));
        sentence.prompted(TEXTS.get("known.sentence.help"));
        entries.put(answerKey, answer);
        entries.put(sentenceKey, sentence);
        VBox row = new VBox(answer, sentence);
        row.getStyleClass().add("edit-known");
        getChildren().add(row);
    }

    /** Says what is wrong with the entries, or what is right with this run. */
    void tell(TypedQuestion.Outcome outcome) {
        entries.forEach((key, entry) -> entry.refuse(outcome.problems().getOrDefault(key, "")));
        right.setText(outcome.question()
                .flatMap(this::right)
                .map(answer -> TEXTS.get("right", answer))
                .orElse(""));
        right.setVisible(!right.getText().isEmpty());
        right.setManaged(right.isVisible());
    }

    private Optional<String> right(LessonQuestion question) {
        return question.right(editing.run()).map(answer -> AnswerWords.of(question, answer));
    }
}

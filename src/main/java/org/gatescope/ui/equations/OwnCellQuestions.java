package org.gatescope.ui.equations;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.settings.OwnCells.OwnCell;

/** Saves and deletes own cells, and asks before anything would be lost. */
final class OwnCellQuestions {
    private static final Texts TEXTS = Texts.of(OwnCellQuestions.class);

    private final OwnCells cells;
    private final Question question;
    private final ProblemLabel verdict;

    /** @param verdict says what came of it */
    OwnCellQuestions(OwnCells cells, Question question, ProblemLabel verdict) {
        this.cells = cells;
        this.question = question;
        this.verdict = verdict;
    }

    /**
     * Asks for a name to save a text under.
     *
     * @param proposed to begin with
     * @param onSaved  takes the text as it was saved
     */
    void askName(String proposed, Supplier<String> text, Consumer<String> onSaved) {
        question.askName(
                TEXTS.get("save.name"),
                TEXTS.get("save.yes"),
                proposed,
                () -> saveAs(question.name(), text.get(), onSaved));
    }

    private void saveAs(String name, String text, Consumer<String> onSaved) {
        if (name.isEmpty()) {
            verdict.refuse(TEXTS.get("save.nameless"));
        } else if (cells.has(name)) {
            question.ask(
                    TEXTS.get("save.replace", name), TEXTS.get("save.replace.yes"), () -> write(name, text, onSaved));
        } else {
            write(name, text, onSaved);
        }
    }

    private void write(String name, String text, Consumer<String> onSaved) {
        try {
            onSaved.accept(cells.save(name, text));
            verdict.tell(TEXTS.get("saved", name));
        } catch (IOException e) {
            verdict.refuse(String.valueOf(e.getMessage()));
        }
    }

    void askDelete(OwnCell cell) {
        question.ask(TEXTS.get("delete", cell.name()), TEXTS.get("delete.yes"), () -> delete(cell));
    }

    private void delete(OwnCell cell) {
        try {
            cells.delete(cell);
            verdict.tell(TEXTS.get("deleted", cell.name()));
        } catch (IOException e) {
            verdict.refuse(String.valueOf(e.getMessage()));
        }
    }
}

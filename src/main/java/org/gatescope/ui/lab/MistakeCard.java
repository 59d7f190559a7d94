package org.gatescope.ui.lab;

import java.util.Comparator;
import java.util.EnumSet;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.lesson.CodeLine;
import org.gatescope.lesson.NumPy;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Steady;
import org.jspecify.annotations.Nullable;

/** One mistake: its switch, its sentence, and, unfolded, the wrong line beside the right one in both languages. */
final class MistakeCard extends VBox {
    private static final Texts TEXTS = Texts.of(MistakeCard.class);

    private final Mistake mistake;
    private final CheckBox on;
    private final VBox lines = new VBox();
    private final TitledPane more = new TitledPane();
    private @Nullable Cell shown;

    MistakeCard(Mistake mistake, Runnable onSwitch) {
        this.mistake = mistake;
        on = new CheckBox(mistake.title());
        on.setId("lab-" + mistake.id());
        on.setWrapText(true);
        on.setOnAction(event -> Steady.keep(on, onSwitch));
        Label sentence = new Label(mistake.explanation());
        sentence.getStyleClass().add("muted");
        sentence.setWrapText(true);
        more.setText(TEXTS.get("lines"));
        more.setContent(lines);
        more.setExpanded(false);
        more.setAnimated(false);
        more.setId("lines-" + mistake.id());
        more.getStyleClass().add("mistake-lines");
        more.expandedProperty().subscribe(expanded -> write());
        getStyleClass().add("mistake-card");
        getChildren().addAll(on, sentence, more);
    }

    Mistake mistake() {
        return mistake;
    }

    boolean isOn() {
        return on.isSelected();
    }

    /** @param cell whose lines are shown; of the first layer that has one that the mistake changes */
    void show(boolean isOn, boolean isPossible, Cell cell) {
        on.setSelected(isOn);
        on.setDisable(!isPossible && !isOn);
        on.setText(isPossible ? mistake.title() : TEXTS.get("impossible", mistake.title()));
        if (!cell.equals(shown)) {
            shown = cell;
            write();
        }
    }

    /** Written once somebody looks. */
    private void write() {
        if (!more.isExpanded() || shown == null) {
            return;
        }
        lines.getChildren().setAll(label(TEXTS.get("language.cell")));
        Mistakes.changes(shown, EnumSet.of(mistake)).stream()
                .flatMap(CodeLine::of)
                .forEach(line -> lines.getChildren().add(code(line)));
        lines.getChildren().add(label(TEXTS.get("language.numpy")));
        NumPy.lines(mistake).stream()
                .sorted(Comparator.comparing(line -> !line.isRight())) // the right ones first, as above
                .forEach(line -> lines.getChildren().add(code(line)));
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("size-label");
        return label;
    }

    static Label code(CodeLine line) {
        Label code = new Label((line.isRight() ? "✓ " : "✗ ") + line.text());
        code.getStyleClass().addAll("code", line.isRight() ? "right-line" : "wrong-line");
        code.setWrapText(true);
        return code;
    }
}

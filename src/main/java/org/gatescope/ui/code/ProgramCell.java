package org.gatescope.ui.code;

import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gatescope.session.Phase;
import org.gatescope.text.Texts;
import org.gatescope.ui.code.Lexicon.Piece;
import org.jspecify.annotations.Nullable;

/** A line of a program with its number; a bar between the two marks one that stands for something. */
final class ProgramCell extends ListCell<ProgramLine> {
    private static final Texts TEXTS = Texts.of(ProgramCell.class);
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
    /** Of a digit of a line's number, in pixels. */
    private static final double DIGIT = 6.7;

    private static final double ABOUT_NUMBER = 10;

    private final Supplier<Lit> lit;
    private final Label number = new Label();
    private final Region bar = new Region();
    private final TextFlow text = new TextFlow();
    private final HBox row = new HBox(number, bar, text);

    /** The lines at the playhead, from 0, and the phase that it is in. */
    record Lit(Set<Integer> lines, Phase phase) {
        static final Lit NONE = new Lit(Set.of(), Phase.FORWARD);
    }

    /** @param onChoose told of a line, from 0, that the playhead should go to */
    ProgramCell(Supplier<Lit> lit, IntConsumer onChoose) {
        this.lit = lit;
        getStyleClass().add("program-line");
        number.getStyleClass().add("program-gutter");
        number.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("program-bar");
        text.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().add("program-row");
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            boolean isPlain = !event.isShiftDown() && !event.isShortcutDown() && event.isStillSincePress();
            if (isPlain && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                onChoose.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ProgramLine line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(LINKED, false);
            pseudoClassStateChanged(LIT, false);
            return;
        }
        number.setText(String.valueOf(line.number()));
        int digits = String.valueOf(getListView().getItems().size()).length();
        number.setPrefWidth(Math.max(2, digits) * DIGIT + ABOUT_NUMBER);
        text.getChildren().setAll(line.pieces().stream().map(ProgramCell::piece).toList());
        setGraphic(row);
        pseudoClassStateChanged(LINKED, line.isLinked());
        light();
    }

    private static Text piece(Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass()
                .add(
                        switch (piece.kind()) {
                            case CODE -> "program-code";
                            case COMMENT -> "program-comment";
                            case STRING -> "program-string";
                            case NUMBER -> "program-number";
                        });
        return text;
    }

    /** Shows whether the playhead is here. */
    void light() {
        ProgramLine line = getItem();
        if (line == null || isEmpty()) {
            return;
        }
        Lit now = lit.get();
        boolean isLit = now.lines().contains(getIndex());
        boolean isBackward = isLit
                ? now.phase() == Phase.BACKWARD
                : line.isLinked() && line.phases().getFirst() == Phase.BACKWARD;
        pseudoClassStateChanged(LIT, isLit);
        pseudoClassStateChanged(BACKWARD, isBackward);
        String key = isLit ? "line.lit" : line.isLinked() ? "line.linked" : "line";
        setAccessibleText(TEXTS.get(key, line.number(), line.text().strip()));
    }
}

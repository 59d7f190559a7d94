package org.gatescope.ui.inspect;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Formula;
import org.gatescope.explain.Factor;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.FormulaText;
import org.gatescope.text.Texts;
import org.gatescope.ui.formula.FormulaView;

/** A number in a term: its symbol above its value. One that can be opened is a button. */
final class FactorChip extends Button {
    private static final Texts TEXTS = Texts.of(FactorChip.class);
    private static final double SYMBOL_SIZE = 13;
    /** Wider than this, a formula would push all else out. */
    private static final double WIDEST = 165;

    private FactorChip(Factor factor, String value, NumberId opens, String words, Consumer<NumberId> open) {
        getStyleClass().setAll("factor", "opens");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(stacked(factor.symbol(), value));
        setAccessibleText(TEXTS.get("factor", FormulaText.of(factor.symbol()), value, words));
        Tooltip.install(this, new Tooltip(words));
        setOnAction(event -> open.accept(opens));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                fire();
                event.consume();
            }
        });
    }

    /** @param value as it is written */
    static Node of(Factor factor, String value, NumberWords words, Consumer<NumberId> open) {
        return factor.opens()
                .<Node>map(id -> new FactorChip(factor, value, id, words.of(id), open))
                .orElseGet(() -> constant(factor, value));
    }

    static Node of(Factor factor, NumberWords words, Consumer<NumberId> open) {
        return of(factor, factor.written(), words, open);
    }

    private static Node constant(Factor factor, String value) {

        VBox both = isNumber(factor.symbol())
                ? new VBox(new FormulaView(factor.symbol(), SYMBOL_SIZE))
                : stacked(factor.symbol(), value);
        both.getStyleClass().add("factor");
        both.setAlignment(Pos.CENTER);
        return both;
    }

    /** A number in the formula is its own value. */
    private static boolean isNumber(Formula formula) {
        return switch (formula) {
            case Formula.Symbol(String text, Formula.Style style) ->
                style == Formula.Style.NUMBER || (style == Formula.Style.OPERATOR && !text.equals("∑"));
            case Formula.Row row -> row.parts().stream().allMatch(FactorChip::isNumber);
            case Formula.Script script -> isNumber(script.base()) && isNumber(script.above());
            case Formula.Marked marked -> isNumber(marked.part());
        };
    }

    private static VBox stacked(Formula symbol, String value) {
        FormulaView formula = FormulaFitting.shortened(symbol, SYMBOL_SIZE, WIDEST);
        Label number = new Label(value);
        number.getStyleClass().add("factor-value");
        VBox both = new VBox(formula, number);
        both.setAlignment(Pos.CENTER);
        return both;
    }
}

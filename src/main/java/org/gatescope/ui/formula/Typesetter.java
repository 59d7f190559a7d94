package org.gatescope.ui.formula;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;

/** Sets a formula from left to right about a baseline at y = 0. Lengths in pixels, y downwards. */
final class Typesetter {
    private static final double SCRIPT_SIZE = 0.7;
    private static final double LOWER = 0.22;
    private static final double RAISE = 0.38;

    private final String family;
    private final List<Text> texts = new ArrayList<>();
    private double right;
    private double ascent;
    private double descent;

    Typesetter(Formula formula, double size) {
        family = family();
        Font upright = Font.font(family, size);
        ascent = size * 0.75;
        descent = size * 0.25;
        set(formula, upright.getSize(), 0);
    }

    List<Text> texts() {
        return texts;
    }

    double width() {
        return right;
    }

    /** How far it reaches above the baseline. */
    double ascent() {
        return ascent;
    }

    /** How far it reaches below the baseline. */
    double descent() {
        return descent;
    }

    private void set(Formula formula, double size, double baseline) {
        switch (formula) {
            case Formula.Symbol symbol -> symbol(symbol, size, baseline);
            case Formula.Row row -> row(row, size, baseline);
            case Formula.Script script -> script(script, size, baseline);
        }
    }

    /** A sign at the head of a row or after another operator belongs to what follows: no room about it. */
    private void row(Formula.Row row, double size, double baseline) {
        boolean afterOperand = false;
        for (Formula part : row.parts()) {
            double room = part instanceof Formula.Symbol symbol && afterOperand ? Spacing.around(symbol) * size : 0;
            right += room;
            set(part, size, baseline);
            right += room;
            afterOperand = !(part instanceof Formula.Symbol s
                    && (s.style() == Style.OPERATOR || s.text().equals("(")));
        }
    }

    /** Below and above start at the same x; the wider one decides where the formula goes on. */
    private void script(Formula.Script script, double size, double baseline) {
        set(script.base(), size, baseline);
        double start = right;
        boolean primes = Spacing.primes(script.above());
        set(script.above(), primes ? size : size * SCRIPT_SIZE, primes ? baseline : baseline - RAISE * size);
        double above = right;
        right = start;
        set(script.below(), size * SCRIPT_SIZE, baseline + LOWER * size);
        right = Math.max(right, above) + (right > start || above > start ? 0.05 * size : 0);
    }

    private void symbol(Formula.Symbol symbol, double size, double baseline) {
        boolean italic = symbol.style() == Style.QUANTITY;
        Text text = new Text(symbol.text());
        text.setFont(Font.font(family, italic ? FontPosture.ITALIC : FontPosture.REGULAR, size));
        text.getStyleClass().add("symbol");
        text.setTextOrigin(VPos.BASELINE);
        text.setX(right);
        text.setY(baseline);
        texts.add(text);
        Bounds ink = text.getLayoutBounds();
        right += ink.getWidth() + (symbol.style() == Style.FUNCTION ? 0.08 * size : 0);
        ascent = Math.max(ascent, size * 0.75 - baseline);
        descent = Math.max(descent, size * 0.25 + baseline);
    }

    private static String family() {
        boolean there = Font.font("STIXGeneral", 12).getFamily().equals("STIXGeneral");
        return there ? "STIXGeneral" : "Serif";
    }
}

package org.gatescope.picture;

import java.util.stream.Collectors;
import org.gatescope.cell.Formula;

/** Formulas as plain text, for screen readers and places without layout: {@code W x f}, {@code ∂L/∂c}. */
public final class FormulaText {
    private FormulaText() {}

    /** The symbols in reading order; scripts stand apart by a space, operators between two. */
    public static String of(Formula formula) {
        return text(formula).strip().replaceAll(" +", " ");
    }

    private static String text(Formula formula) {
        return switch (formula) {
            case Formula.Symbol symbol -> Spacing.around(symbol) > 0 ? " " + symbol.text() + " " : symbol.text();
            case Formula.Row row -> row.parts().stream().map(FormulaText::text).collect(Collectors.joining());
            case Formula.Script script -> text(script.base()) + script(script.below()) + script(script.above());
            case Formula.Marked marked -> text(marked.part());
        };
    }

    private static String script(Formula script) {
        if (script.equals(Formula.EMPTY)) {
            return "";
        }
        String text = text(script);
        boolean isPair = text.matches("\\p{L}\\p{L}"); // two indices, and no word
        return Spacing.primes(script) ? text : " " + (isPair ? text.charAt(0) + " " + text.charAt(1) : text);
    }
}

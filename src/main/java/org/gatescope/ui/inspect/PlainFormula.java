package org.gatescope.ui.inspect;

import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Marked;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;

/** Formulas as one writes them in a letter: {@code c′_3[2]}, {@code W_xf[1, 2] · x_3[1]}. */
final class PlainFormula {
    private static final Set<String> APART = Set.of("+", "−", "·", "=", "/", "⊙");

    private PlainFormula() {}

    static String of(Formula formula) {
        return text(formula).strip().replaceAll("[\\s\\u2002\\u2009]+", " ");
    }

    private static String text(Formula formula) {
        return switch (formula) {
            case Symbol(String text, Style style) ->
                style == Style.OPERATOR && APART.contains(text) ? " " + text + " " : text;
            case Row row -> row.parts().stream().map(PlainFormula::text).collect(Collectors.joining());
            case Script(Formula base, Formula below, Formula above) -> script(text(base), text(below), text(above));
            case Marked(Formula part) -> text(part);
        };
    }

    /** A prime stands with its letter, all else behind a mark. */
    private static String script(String base, String below, String above) {
        boolean isPrime = above.startsWith("′");
        String raised = isPrime ? above : above.isEmpty() ? "" : "^" + above;
        String lowered = below.isEmpty() ? "" : "_" + below;
        return isPrime ? base + raised + lowered : base + lowered + raised;
    }
}

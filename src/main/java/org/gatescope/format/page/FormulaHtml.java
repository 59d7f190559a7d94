package org.gatescope.format.page;

import java.util.stream.Collectors;
import org.gatescope.cell.Formula;

/** Formulas as HTML: quantities in italics, scripts below and above. */
public final class FormulaHtml {
    private FormulaHtml() {}

    /** Its elements, escaped. */
    public static String of(Formula formula) {
        return switch (formula) {
            case Formula.Symbol(String text, Formula.Style style) -> symbol(Html.escaped(text), style);
            case Formula.Row row -> row.parts().stream().map(FormulaHtml::of).collect(Collectors.joining());
            case Formula.Marked(Formula part) -> "<mark>" + of(part) + "</mark>";
            case Formula.Script(Formula base, Formula below, Formula above) ->
                of(base) + script("sub", below) + script("sup", above);
        };
    }

    private static String symbol(String text, Formula.Style style) {
        return switch (style) {
            case QUANTITY -> "<i>" + text + "</i>";
            case OPERATOR -> text.equals("∂") || text.equals("/") ? text : " " + text + " ";
            case FUNCTION, NUMBER, FENCE -> text;
        };
    }

    private static String script(String element, Formula part) {
        return part.equals(Formula.EMPTY) ? "" : "<" + element + ">" + of(part) + "</" + element + ">";
    }
}

package org.gatescope.cell;

import java.util.Arrays;
import java.util.List;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;

/** Names as symbols: {@code Wx.f} is W with the subscript xf, {@code c'} is c′, {@code d.f} is ∂f, {@code alpha} is α. */
public final class SymbolName {
    private SymbolName() {}

    /** The symbol of a quantity, a parameter, a gradient or an arrival, at whatever moment. */
    public static Formula of(String name) {
        if (name.equals(Arrivals.UPSTREAM.text())) {
            return new Script(
                    Mathematics.row(Mathematics.operator("∂"), Mathematics.quantity("y")),
                    Mathematics.quantity("t"),
                    Formula.EMPTY);
        }
        if (Arrivals.isFromNextStep(name)) {
            Formula next = Mathematics.row(
                    Mathematics.quantity("t"), Mathematics.operator("+"), new Symbol("1", Style.NUMBER));
            return new Script(of(NameMoment.unmarked(name)), next, Formula.EMPTY);
        }
        for (NameMoment moment : NameMoment.values()) {
            if (moment.marks(name)) {
                return new Script(of(NameMoment.unmarked(name)), subscript(moment), Formula.EMPTY);
            }
        }
        if (QuantityName.isGradient(name)) {
            return Formula.gradient(of(QuantityName.base(name)));
        }
        Formula prime = QuantityName.isAfter(name) ? Mathematics.operator("′") : Formula.EMPTY;
        return plain(Cell.unprimed(name), prime);
    }

    private static Formula subscript(NameMoment moment) {
        return switch (moment) {
            case LAST_STEP ->
                Mathematics.row(Mathematics.quantity("T"), Mathematics.operator("−"), new Symbol("1", Style.NUMBER));
            case FORWARD_PASS -> new Symbol(moment.word(), Style.FUNCTION);
        };
    }

    private static Formula plain(String name, Formula prime) {
        List<String> parts = Arrays.asList(name.split("\\.", -1));
        String head = parts.getFirst();
        String greek = Greek.letter(head);
        String base = greek == null ? base(head) : greek;
        String rest = greek == null ? head.substring(base.length()).replaceFirst("^_", "") : "";
        String below = rest + String.join(",", parts.subList(1, parts.size()));
        Formula subscript = below.isEmpty() ? Formula.EMPTY : subscript(below);
        Formula symbol = Mathematics.quantity(base);
        return below.isEmpty() && prime.equals(Formula.EMPTY) ? symbol : new Script(symbol, subscript, prime);
    }

    /** One capital, or one letter before x, h, digits or an underscore; otherwise the whole word. */
    private static String base(String head) {
        int first = head.offsetByCodePoints(0, 1);
        int mark = first;
        while (mark < head.length() && Character.getType(head.charAt(mark)) == Character.NON_SPACING_MARK) {
            mark++;
        }
        String rest = head.substring(mark);
        boolean subscripted = rest.matches("[xhc]|\\d+|_.*[^_].*")
                || rest.length() <= 4 && Character.isUpperCase(head.codePointAt(0)) && !rest.startsWith("_");
        return subscripted ? head.substring(0, mark) : head;
    }

    private static Formula subscript(String text) {
        return new Symbol(text, text.length() > 2 ? Style.FUNCTION : Style.QUANTITY);
    }
}

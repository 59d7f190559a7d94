package org.gatescope.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;

/** Names as symbols: {@code Wx.f} is W with the subscript xf, {@code c'} is c′, {@code d.f} is ∂f, {@code alpha} is α. */
public final class SymbolName {
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"));

    private SymbolName() {}

    /** The symbol of a quantity, a parameter, a gradient or an arrival. */
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
            return new Script(of(Arrivals.gradientOf(name)), next, Formula.EMPTY);
        }
        if (name.startsWith("d.")) {
            return Mathematics.row(Mathematics.operator("∂"), of(name.substring(2)));
        }
        Formula prime = name.endsWith("'") ? Mathematics.operator("′") : Formula.EMPTY;
        return plain(Cell.unprimed(name), prime);
    }

    private static Formula plain(String name, Formula prime) {
        List<String> parts = Arrays.asList(name.split("\\.", -1));
        String head = parts.getFirst();
        String base = GREEK.getOrDefault(head, base(head));
        String below = (GREEK.containsKey(head) ? "" : head.substring(base.length()))
                + String.join(" ", parts.subList(1, parts.size()));
        Formula subscript = below.isEmpty() ? Formula.EMPTY : subscript(below.replaceFirst("^_", ""));
        Formula symbol = Mathematics.quantity(base);
        return subscript.equals(Formula.EMPTY) && prime.equals(Formula.EMPTY)
                ? symbol
                : new Script(symbol, subscript, prime);
    }

    /** One capital, or one letter before x, h, digits or an underscore; otherwise the whole word. */
    private static String base(String head) {
        int first = head.offsetByCodePoints(0, 1);
        int mark = first;
        while (mark < head.length() && Character.getType(head.charAt(mark)) == Character.NON_SPACING_MARK) {
            mark++;
        }
        String rest = head.substring(mark);
        boolean subscripted = rest.matches("[xhc]|\\d+|_.+") || Character.isUpperCase(head.codePointAt(0));
        return subscripted && rest.length() <= 4 || rest.startsWith("_") ? head.substring(0, mark) : head;
    }

    private static Formula subscript(String text) {
        return new Symbol(text, text.length() > 2 ? Style.FUNCTION : Style.QUANTITY);
    }
}

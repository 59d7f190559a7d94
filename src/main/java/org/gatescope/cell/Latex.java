package org.gatescope.cell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Symbol;

/** Formulas as LaTeX for math mode; needs amsmath alone. */
public final class Latex {
    private static final Set<String> KNOWN_FUNCTIONS = Set.of("tanh", "exp", "log", "sin", "cos");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("⊙", "\\odot"),
            Map.entry("·", "\\cdot"),
            Map.entry("−", "-"),
            Map.entry("⊤", "\\top"),
            Map.entry("∂", "\\partial"),
            Map.entry("∑", "\\sum"),
            Map.entry("′", "\\prime"),
            Map.entry("\u2009", "\\,"),
            Map.entry("+=", "\\mathrel{+}="),
            Map.entry("α", "\\alpha"),
            Map.entry("β", "\\beta"),
            Map.entry("γ", "\\gamma"),
            Map.entry("δ", "\\delta"),
            Map.entry("ε", "\\varepsilon"),
            Map.entry("η", "\\eta"),
            Map.entry("θ", "\\theta"),
            Map.entry("κ", "\\kappa"),
            Map.entry("λ", "\\lambda"),
            Map.entry("μ", "\\mu"),
            Map.entry("ν", "\\nu"),
            Map.entry("ρ", "\\rho"),
            Map.entry("σ", "\\sigma"),
            Map.entry("τ", "\\tau"),
            Map.entry("φ", "\\varphi"),
            Map.entry("ψ", "\\psi"),
            Map.entry("ω", "\\omega"));

    private Latex() {}

    public static String of(Formula formula) {
        return switch (formula) {
            case Symbol symbol -> symbol(symbol);
            case Row(List<Formula> parts) ->
                String.join(" ", parts.stream().map(Latex::of).toList());
            case Script(Formula base, Formula below, Formula above) ->
                group(base) + script("_", below) + script("^", above);
        };
    }

    private static String script(String mark, Formula formula) {
        return formula.equals(Formula.EMPTY) ? "" : mark + "{" + of(formula) + "}";
    }

    private static String group(Formula base) {
        return base instanceof Symbol ? of(base) : "{" + of(base) + "}";
    }

    private static String symbol(Symbol symbol) {
        String known = SIGNS.get(symbol.text());
        if (known != null) {
            return known;
        }
        String text = escaped(symbol.text());
        return switch (symbol.style()) {
            case FUNCTION -> function(symbol.text(), text);
            case NUMBER -> number(text);
            case OPERATOR, FENCE -> text;
            case QUANTITY -> symbol.text().codePointCount(0, symbol.text().length()) == 1 ? text : word(text);
        };
    }

    private static String function(String word, String escaped) {
        return KNOWN_FUNCTIONS.contains(word) ? "\\" + word : "\\operatorname{" + escaped + "}";
    }

    private static String word(String text) {
        return "\\mathit{" + text + "}";
    }

    /** 2.5E−7 → 2.5 \cdot 10^{-7}. */
    private static String number(String text) {
        String plain = text.replace('−', '-');
        int exponent = plain.indexOf('E');
        return exponent < 0
                ? plain
                : plain.substring(0, exponent) + " \\cdot 10^{" + plain.substring(exponent + 1) + "}";
    }

    private static String escaped(String text) {
        return text.replace("_", "\\_");
    }
}

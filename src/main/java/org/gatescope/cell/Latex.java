package org.gatescope.cell;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatescope.cell.Formula.Marked;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.text.Numerals;

/** Formulas as LaTeX for math mode; needs amsmath alone, and for names in other scripts a font that has them. */
public final class Latex {
    private static final Set<String> KNOWN_FUNCTIONS = Set.of("tanh", "exp", "log", "sin", "cos", "max", "min");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("⊙", "\\odot"),
            Map.entry("·", "\\cdot"),
            Map.entry("−", "-"),
            Map.entry("⊤", "\\top"),
            Map.entry("∂", "\\partial"),
            Map.entry("∑", "\\sum"),
            Map.entry("′", "\\prime"),
            Map.entry("\u2009", "\\,"),
            Map.entry("‖", "\\Vert"),
            Map.entry("√", "\\surd"),
            Map.entry("∞", "\\infty"),
            Map.entry("×", "\\times"),
            Map.entry("≤", "\\le"),
            Map.entry("≥", "\\ge"),
            Map.entry("≠", "\\ne"),
            Map.entry("…", "\\dots"),
            Map.entry("←", "\\leftarrow"),
            Map.entry("→", "\\rightarrow"),
            Map.entry("\u2002", "\\;"),
            Map.entry("⟨", "\\langle"),
            Map.entry("⟩", "\\rangle"),
            Map.entry("+=", "\\mathrel{+}="));
    /** Marks over a letter, as in c̃. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("\u0300", "\\grave"),
            Map.entry("\u0301", "\\acute"),
            Map.entry("\u0302", "\\hat"),
            Map.entry("\u0303", "\\tilde"),
            Map.entry("\u0304", "\\bar"),
            Map.entry("\u0306", "\\breve"),
            Map.entry("\u0307", "\\dot"),
            Map.entry("\u0308", "\\ddot"),
            Map.entry("\u030C", "\\check"),
            Map.entry("\u20D7", "\\vec"));

    private static final Pattern RAISED = Pattern.compile("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+");

    private Latex() {}

    /** The formula as LaTeX for math mode, without the dollar signs. */
    public static String of(Formula formula) {
        return switch (formula) {
            case Symbol symbol -> symbol(symbol);
            case Row(List<Formula> parts) ->
                String.join(" ", parts.stream().map(Latex::of).toList());
            case Script(Formula base, Formula below, Formula above) ->
                group(base) + script("_", below) + script("^", above);
            case Marked(Formula part) -> of(part);
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
        return switch (symbol.style()) {
            case FUNCTION -> function(symbol.text());
            case NUMBER, OPERATOR, FENCE -> signs(symbol.text());
            case QUANTITY -> quantity(symbol.text());
        };
    }

    /** Signs among other characters, as in an index with a dot for all of a row. */
    private static String signs(String text) {
        StringBuilder latex = new StringBuilder();
        RAISED.matcher(text)
                .replaceAll(raised -> "^{" + Numerals.lowered(raised.group()) + "}")
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> {
                    String known = SIGNS.get(sign);
                    latex.append(known == null ? sign : known.startsWith("\\") ? known + " " : known);
                });
        return latex.toString().strip();
    }

    private static String function(String word) {
        if (KNOWN_FUNCTIONS.contains(word)) {
            return "\\" + word;
        }
        String greek = Greek.latex(word);
        if (greek != null) {
            return greek;
        }
        return (isAscii(word) ? "\\operatorname{" : "\\text{") + escaped(word) + "}";
    }

    /** A letter as it is, a word in one piece; letters beyond ASCII are text, which LaTeX reads where mathematics fails. */
    private static String quantity(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String accent = plain.isEmpty() ? null : ACCENTS.get(plain.substring(1));
        if (accent != null) {
            return accent + "{" + letters(plain.substring(0, 1)) + "}";
        }
        return letters(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }

    private static String letters(String text) {
        String greek = Greek.latex(text);
        if (greek != null) {
            return greek;
        }
        if (!isAscii(text)) {
            return "\\textit{" + escaped(text) + "}";
        }
        return text.length() == 1 ? escaped(text) : "\\mathit{" + escaped(text) + "}";
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String escaped(String text) {
        return text.replace("_", "\\_");
    }
}

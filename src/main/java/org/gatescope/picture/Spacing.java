package org.gatescope.picture;

import java.util.Set;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;

/** How much room symbols keep about them. */
final class Spacing {
    private static final Set<String> BINARY = Set.of("+", "-", "−", "·", "⊙", "∘", "×", "*", "@");
    private static final Set<String> RELATIONS = Set.of("=", "+=", "←", "→", "≤", "≥", "<", ">", "≈", ":=");

    private Spacing() {}

    /** Room on either side, as a share of the font's size. */
    static double around(Formula.Symbol symbol) {
        if (symbol.style() != Style.OPERATOR) {
            return 0;
        }
        if (RELATIONS.contains(symbol.text())) {
            return 0.28;
        }
        return BINARY.contains(symbol.text()) ? 0.2 : 0;
    }

    /** True for an operator between two operands, before which a line may break; false for what a line begins with. */
    static boolean joins(Formula.Symbol symbol) {
        return BINARY.contains(symbol.text());
    }

    /** Whether a script is nothing but primes, which fonts draw high and small as they are. */
    static boolean primes(Formula script) {
        return switch (script) {
            case Formula.Symbol symbol ->
                !symbol.text().isEmpty() && symbol.text().chars().allMatch(c -> c == '′' || c == '\'');
            case Formula.Row row ->
                !row.parts().isEmpty() && row.parts().stream().allMatch(Spacing::primes);
            case Formula.Marked marked -> primes(marked.part());
            case Formula.Script ignored -> false;
        };
    }
}

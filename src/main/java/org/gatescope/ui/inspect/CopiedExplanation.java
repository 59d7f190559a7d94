package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Latex;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.Factor;
import org.gatescope.explain.Term;

/** An explanation to be put into notes: as plain text, and as LaTeX for math mode (amsmath). */
final class CopiedExplanation {
    private CopiedExplanation() {}

    /** The number, its formula, the same with numbers, and each term in the order of the formula. */
    static String text(Explanation why, NumberWords words) {
        List<String> lines = new ArrayList<>();
        lines.add(PlainFormula.of(why.symbol()) + " = " + why.figures().number(why.value()) + "  (" + words.of(why.id())
                + ")");
        if (!why.groups().isEmpty()) {
            lines.add("  " + PlainFormula.of(FormulaLines.line(FormulaLines.symbols(why))));
            lines.add("  " + PlainFormula.of(FormulaLines.line(FormulaLines.numbers(why))));
        }
        for (Term term : why.terms()) {
            lines.add("    " + sign(term) + PlainFormula.of(term.symbol()) + " = " + sign(term) + numbers(term) + " = "
                    + why.figures().term(term.value()));
        }
        why.remarks().stream().sorted().forEach(remark -> lines.add("  " + NumberWords.of(remark)));
        return String.join("\n", lines) + "\n";
    }

    private static String sign(Term term) {
        return term.negative() ? "−" : "";
    }

    private static String numbers(Term term) {
        StringBuilder text = new StringBuilder();
        for (Factor factor : term.factors()) {
            String sign = text.isEmpty() ? "" : factor.divides() ? " / " : " · ";
            text.append(sign).append(factor.written());
        }
        return text.toString();
    }

    static String latex(Explanation why) {
        StringBuilder text = new StringBuilder("\\begin{align*}\n");
        text.append(latex(why.symbol()));
        if (!why.groups().isEmpty()) {
            text.append(" &")
                    .append(latex(FormulaLines.line(FormulaLines.symbols(why))))
                    .append(" \\\\\n");
            text.append(" &")
                    .append(latex(FormulaLines.line(FormulaLines.numbers(why))))
                    .append(" \\\\\n");
        }
        Formula value = FormulaLines.number(why.figures().number(why.value()));
        return text.append(" &= ")
                .append(latex(value))
                .append("\n\\end{align*}\n")
                .toString();
    }

    private static String latex(Formula formula) {
        return Latex.of(formula).strip().replaceAll(" +", " ");
    }
}

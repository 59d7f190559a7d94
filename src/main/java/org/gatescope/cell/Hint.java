package org.gatescope.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatescope.cell.Expression.Name;
import org.gatescope.text.Texts;

/**
 * What a cell's writer may not have meant, though the text is a cell: names that look like something else, and what
 * nothing uses.
 *
 * @param line   from 1
 * @param column from 1, in code points
 * @param words  one sentence
 */
public record Hint(int line, int column, String words) {
    private static final Texts TEXTS = Texts.of(Hint.class);
    private static final Set<String> STEP = Set.of("t", "T");
    private static final Set<String> CONSTANTS = Set.of("e", "pi", "π", "inf", "nan", "I", "eye", "ones", "zeros");
    private static final Set<String> OPERATIONS =
            Set.of("softmax", "sum", "mean", "norm", "dot", "matmul", "concat", "cat", "erf", "sinh", "cosh");
    /** How books and programs write that a value is of this step, or of the one before. */
    private static final String MOMENT = "_?(t|ₜ|prev|previous|last|old|new|next|tm1|t1|t_1|tp1)";
    /** Shorter names differ by one letter on purpose. */
    private static final int SHORTEST_MISSPELT = 4;

    /** All hints on a cell, in the order of its lines. */
    public static List<Hint> of(Cell cell) {
        CellText text = CellText.read(cell.source());
        List<Hint> hints = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Equation equation : text.equations()) {
            for (Name name : Names.in(equation.expression())) {
                used.add(name.text());
                if (seen.add(name.text()) && cell.parameters().containsKey(name.text())) {
                    ofParameter(name.text(), cell)
                            .ifPresent(words ->
                                    hints.add(new Hint(equation.line().number(), equation.columnOf(name), words)));
                }
            }
        }
        hints.addAll(unused(text, cell, used));
        hints.sort(Comparator.comparingInt(Hint::line));
        return hints;
    }

    private static List<Hint> unused(CellText text, Cell cell, Set<String> used) {
        List<Hint> hints = new ArrayList<>();
        for (Equation equation : text.equations()) {
            if (!used.contains(equation.target()) && !QuantityName.isAfter(equation.target())) {
                hints.add(new Hint(
                        equation.line().number(), equation.column(), TEXTS.get("hint.unused", equation.target())));
            }
        }
        for (CellText.Declaration declaration : text.stateDeclarations()) {
            String state = declaration.name();
            boolean isRead = used.contains(state) || used.contains(Cell.after(state)) || state.equals(cell.output());
            if (!isRead) {
                hints.add(new Hint(declaration.line().number(), declaration.column(), TEXTS.get("hint.unused", state)));
            }
        }
        if (!used.contains(Cell.INPUT)) {
            hints.add(new Hint(1, 1, TEXTS.get("hint.unused", Cell.INPUT)));
        }
        return hints;
    }

    private static Optional<String> ofParameter(String name, Cell cell) {
        if (STEP.contains(name)) {
            return Optional.of(TEXTS.get("hint.step", name));
        }
        if (CONSTANTS.contains(name) || OPERATIONS.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(TEXTS.get("hint.operation", name));
        }
        if (Words.isFunctionElsewhere(name)) {
            return Optional.of(TEXTS.get("hint.operation", name));
        }
        for (String state : cell.states()) {
            if (name.matches(Pattern.quote(state) + MOMENT)) {
                return Optional.of(TEXTS.get("hint.state", name, state, Cell.after(state)));
            }
        }
        if (name.matches(Cell.INPUT + MOMENT)) {
            return Optional.of(TEXTS.get("hint.input", name));
        }
        String untransposed = name.replaceFirst("_?[Tt]$|_transposed?$", "");
        if (!untransposed.equals(name) && cell.parameters().containsKey(untransposed)) {
            return Optional.of(TEXTS.get("hint.transpose", name, untransposed));
        }
        return alike(name, cell).map(other -> TEXTS.get("hint.alike", name, other));
    }

    /** A name that is not a parameter, of which this one is a likely slip; or one that only differs in its letters' case. */
    private static Optional<String> alike(String name, Cell cell) {
        Set<String> defined = new LinkedHashSet<>(cell.states());
        cell.lines().forEach(line -> defined.add(QuantityName.unprimed(line.name())));
        return defined.stream()
                .filter(other -> other.length() > 1 && Words.plain(other).equals(Words.plain(name))
                        || Math.min(other.length(), name.length()) >= SHORTEST_MISSPELT
                                && Words.distance(other, name) == 1)
                .findFirst();
    }
}

package org.gatescope.ui.debug;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Condition;
import org.gatescope.cell.Expression;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.session.Run;
import org.gatescope.session.debug.PartNames;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;

/**
 * What is wrong with a text that is typed, in words: it cannot be read, or no part has its names.
 *
 * @param part that is selected, whose names are listed
 */
record TypedExpressionCheck(Run run, String part) {
    private static final Texts TEXTS = Texts.of(TypedExpressionCheck.class);
    /** Most names that are listed. */
    private static final int MOST = 24;

    /** Empty for what is right. */
    String problemOfCondition(String text) {
        try {
            Condition condition = Condition.parse(text);
            return PartNames.understands(run, condition) ? "" : problem(condition.expressions());
        } catch (CellException e) {
            return unread(e);
        }
    }

    /** Empty for what is right. */
    String problemOfMeasure(String text) {
        try {
            Expression expression = WatchedExpression.parse(text).expression();
            return partOf(expression).isPresent() ? "" : problem(List.of(expression));
        } catch (CellException e) {
            return unread(e);
        }
    }

    /** The selected part if it has the names, otherwise the first that has. */
    Optional<String> partOf(Expression expression) {
        if (PartNames.understands(run, part, expression)) {
            return Optional.of(part);
        }
        return PartNames.parts(run.session()).stream()
                .filter(other -> PartNames.understands(run, other, expression))
                .findFirst();
    }

    private static String unread(CellException e) {
        return TEXTS.get("problem", e.column(), e.problem());
    }

    private String problem(List<Expression> expressions) {
        List<String> parts = PartNames.parts(run.session());
        return PartNames.unknown(run, parts, expressions)
                .map(name -> parts.isEmpty() ? TEXTS.get("problem.nothing") : unknown(name, parts))
                .orElseGet(() -> together(expressions, parts));
    }

    private String together(List<Expression> expressions, List<String> parts) {
        List<String> selectedFirst = parts.stream()
                .sorted(Comparator.comparing(other -> !other.equals(part)))
                .toList();
        return PartNames.missingUnit(run, selectedFirst, expressions)
                .map(missing -> TEXTS.get("problem.unit", missing.quantity(), missing.units(), missing.units() - 1))
                .orElse(TEXTS.get("problem.together"));
    }

    private String unknown(String name, List<String> parts) {
        String told = parts.contains(part) ? part : parts.getFirst();
        List<String> names = PartNames.in(run, told);
        String list = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return TEXTS.get(
                "problem.unknown",
                name,
                PartWords.brief(run.session(), told),
                names.size() > MOST ? list + ", …" : list);
    }
}

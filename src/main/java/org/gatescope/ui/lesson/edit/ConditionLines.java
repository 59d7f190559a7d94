package org.gatescope.ui.lesson.edit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatescope.lesson.GoalCondition;
import org.gatescope.lesson.GoalCondition.Relation;
import org.gatescope.lesson.Reckoning;
import org.gatescope.text.Texts;

/** Conditions as they are typed, a line for each: {@code in words: {step 0.forward h' 2 0 0} > 0.5 ± 0.01}. */
final class ConditionLines {
    private static final Texts TEXTS = Texts.of(ConditionLines.class);
    private static final Pattern LINE = Pattern.compile(
            "(?<says>.*):\\s+(?<number>[^<>=]+?)\\s+(?<is>[<>=])\\s+(?<than>[^±]+?)(\\s*±\\s*(?<near>.+))?");

    private ConditionLines() {}

    static String written(List<GoalCondition> conditions) {
        return conditions.stream().map(ConditionLines::written).collect(Collectors.joining("\n"));
    }

    private static String written(GoalCondition condition) {
        String sign = switch (condition.relation()) {
            case SMALLER -> "<";
            case EQUAL -> "=";
            case LARGER -> ">";
        };
        return condition.says() + ": " + condition.number().text() + " " + sign + " "
                + condition.than().text()
                + (condition.tolerance() == 0 ? "" : " ± " + TypedQuestion.written(condition.tolerance()));
    }

    /** @throws IllegalArgumentException with a sentence if it is no condition */
    static GoalCondition read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(TEXTS.get("problem.condition", line.strip()));
        }
        String near = parts.group("near");
        return new GoalCondition(
                String.valueOf(parts.group("says")).strip(),
                Reckoning.of(String.valueOf(parts.group("number"))),
                switch (String.valueOf(parts.group("is"))) {
                    case "<" -> Relation.SMALLER;
                    case "=" -> Relation.EQUAL;
                    default -> Relation.LARGER;
                },
                Reckoning.of(String.valueOf(parts.group("than")).strip()),
                near == null ? 0 : TypedQuestion.tolerance(near));
    }
}

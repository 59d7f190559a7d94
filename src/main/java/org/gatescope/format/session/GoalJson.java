package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatescope.cell.Cell;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalCondition;
import org.gatescope.lesson.GoalCondition.Relation;
import org.gatescope.lesson.Solution;
import org.gatescope.session.Session;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A goal of a lesson in a file: what has to hold, what does not lead there, and a way that does. */
final class GoalJson {
    private static final String CONDITIONS = "conditions";
    private static final String ATTEMPTS = "attempts";
    private static final String SAYS = "says";
    private static final String NUMBER = "number";
    private static final String IS = "is";
    private static final String THAN = "than";
    private static final String TOLERANCE = "tolerance";
    private static final String SOLUTION = "solution";
    private static final String NUMBERS = "numbers";
    private static final String CELL = "cell";
    private static final String MISTAKES = "withoutMistakes";
    private static final int MOST = 100;

    private GoalJson() {}

    static void write(Goal goal, ObjectNode node) {
        write(goal.conditions(), node.putArray(CONDITIONS));
        if (!goal.attempts().isEmpty()) {
            write(goal.attempts(), node.putArray(ATTEMPTS));
        }
        if (goal.solution().isThere()) {
            write(goal.solution(), node.putObject(SOLUTION));
        }
    }

    private static void write(List<GoalCondition> conditions, ArrayNode list) {
        for (GoalCondition condition : conditions) {
            list.addObject()
                    .put(SAYS, condition.says())
                    .put(NUMBER, condition.number().text())
                    .put(IS, Members.word(condition.relation()))
                    .put(THAN, condition.than().text())
                    .set(TOLERANCE, NumberJson.written(condition.tolerance()));
        }
    }

    private static void write(Solution solution, ObjectNode node) {
        if (!solution.numbers().isEmpty()) {
            ObjectNode numbers = node.putObject(NUMBERS);
            Map<String, Double> written = new TreeMap<>();
            solution.numbers().forEach((given, value) -> written.put(WrittenNumber.written(given), value));
            written.forEach((given, value) -> numbers.set(given, NumberJson.written(value)));
        }
        solution.cell().ifPresent(lines -> lines.forEach(node.putArray(CELL)::add));
        if (solution.withoutMistakes()) {
            node.put(MISTAKES, true);
        }
    }

    /** @param begin the session that it is asked of */
    static Goal read(Members node, String prompt, Session begin) throws FormatException {
        Optional<Members> solution = node.optional(SOLUTION);
        return new Goal(
                prompt,
                conditions(node, CONDITIONS),
                node.has(ATTEMPTS) ? conditions(node, ATTEMPTS) : List.of(),
                solution.isPresent() ? solution(solution.get(), begin) : Solution.NONE);
    }

    private static List<GoalCondition> conditions(Members node, String key) throws FormatException {
        List<Members> listed = node.objects(key);
        if (listed.isEmpty() || listed.size() > MOST) {
            throw Members.refused("conditions", node.place(key), MOST, listed.size());
        }
        List<GoalCondition> conditions = new ArrayList<>();
        for (Members condition : listed) {
            conditions.add(new GoalCondition(
                    condition.text(SAYS),
                    QuestionJson.reckoning(condition, NUMBER),
                    relation(condition),
                    QuestionJson.reckoning(condition, THAN),
                    QuestionJson.tolerance(condition)));
            condition.end();
        }
        return conditions;
    }

    private static Relation relation(Members node) throws FormatException {
        String written = node.text(IS);
        for (Relation relation : Relation.values()) {
            if (Members.word(relation).equals(written)) {
                return relation;
            }
        }
        throw node.unknown(IS, "smaller", "equal", "larger");
    }

    /** @throws org.gatescope.cell.CellException if its cell is none */
    private static Solution solution(Members node, Session begin) throws FormatException {
        Map<Given, Double> numbers = new LinkedHashMap<>();
        Optional<Members> listed = node.optional(NUMBERS);
        if (listed.isPresent()) {
            for (String given : listed.get().all().keySet()) {
                numbers.put(given(given), listed.get().number(given));
            }
            listed.get().end();
        }
        Optional<List<String>> cell = node.has(CELL) ? Optional.of(node.texts(CELL)) : Optional.empty();
        cell.ifPresent(lines -> Cell.parse(String.join("\n", lines)));
        Solution solution = new Solution(numbers, cell, node.has(MISTAKES) && node.flag(MISTAKES));
        node.end();
        requirePossible(solution, begin, node.place(CELL));
        return solution;
    }

    private static void requirePossible(Solution solution, Session begin, String place) throws FormatException {
        try {
            Space.require(solution.network(begin), begin.batch(), begin.steps(), LessonSessions.MOST);
            solution.of(begin);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Members.refused("solution", place.substring(0, place.lastIndexOf('.')));
        }
    }

    private static Given given(String written) {
        return WrittenNumber.read(written)
                .filter(Given.class::isInstance)
                .map(Given.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("“" + written + "”"));
    }
}

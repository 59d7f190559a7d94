package org.gatescope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.Cell;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.lesson.Solution;
import org.gatescope.text.Texts;

/**
 * A way to a goal as it is typed: {@code {given parameter 0.forward.Wh.h 0 0} = 1} for a number, {@code {mistakes} = 0}, and any
 * other line as one of the cell.
 */
final class SolutionLines {
    private static final Texts TEXTS = Texts.of(SolutionLines.class);
    private static final Pattern NUMBER = Pattern.compile("\\{(.*)\\}\\s*=\\s*(.*)");
    private static final String NO_MISTAKES = "{mistakes}=0";

    private SolutionLines() {}

    static String written(Solution solution) {
        List<String> lines = new ArrayList<>(solution.numbers().entrySet().stream()
                .map(number -> "{" + WrittenNumber.written(number.getKey()) + "} = "
                        + TypedQuestion.written(number.getValue()))
                .sorted()
                .toList());
        if (solution.withoutMistakes()) {
            lines.add(NO_MISTAKES.replace("=", " = "));
        }
        solution.cell().ifPresent(lines::addAll);
        return String.join("\n", lines);
    }

    /**
     * @throws org.gatescope.cell.CellException if its cell is none
     * @throws IllegalArgumentException         with a sentence if a line is not understood
     */
    static Solution read(String text) {
        Map<Given, Double> numbers = new LinkedHashMap<>();
        List<String> cell = new ArrayList<>();
        boolean withoutMistakes = false;
        for (String line : text.split("\n", -1)) {
            Matcher number = NUMBER.matcher(line.strip());
            if (line.replaceAll("\\s", "").equals(NO_MISTAKES)) {
                withoutMistakes = true;
            } else if (number.matches()) {
                numbers.put(
                        given(String.valueOf(number.group(1))), TypedQuestion.number(String.valueOf(number.group(2))));
            } else if (!line.isBlank()) {
                cell.add(line);
            }
        }
        if (!cell.isEmpty()) {
            Cell.parse(String.join("\n", cell));
        }
        return new Solution(numbers, cell.isEmpty() ? Optional.empty() : Optional.of(cell), withoutMistakes);
    }

    private static Given given(String written) {
        return WrittenNumber.read(written)
                .filter(Given.class::isInstance)
                .map(Given.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(TEXTS.get("problem.given", written)));
    }
}

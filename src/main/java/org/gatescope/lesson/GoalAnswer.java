package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;

/**
 * What was reached of a goal, as files keep it for whoever reads the answers: a line for each condition, with {@code +} before
 * it where it held, else {@code -}, and its number in parentheses; then with {@code =} what was changed, as far as it is not
 * too much.
 */
public record GoalAnswer(List<Line> lines) {
    private static final int DIGITS = 4;

    /** What a line says. */
    public enum Kind {
        REACHED("+ "),
        MISSED("- "),
        CHANGED("= ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /** One of its lines, without what it is marked with. */
    public record Line(Kind kind, String words) {}

    public GoalAnswer {
        lines = List.copyOf(lines);
    }

    /** What a run has reached. @param begin what its session was made from */
    public static GoalAnswer of(Goal goal, Run run, Session begin) {
        List<Line> lines = new ArrayList<>();
        for (GoalCondition condition : goal.conditions()) {
            OptionalDouble number = condition.number().in(run, begin);
            lines.add(new Line(
                    condition.holds(run, begin) ? Kind.REACHED : Kind.MISSED,
                    condition.says()
                            + (number.isPresent() ? " (" + Numerals.brief(number.getAsDouble(), DIGITS) + ")" : "")));
        }
        SessionChanges changes = SessionChanges.of(begin, run.session());
        changes.first().forEach(change -> lines.add(new Line(Kind.CHANGED, change)));
        if (changes.count() > changes.first().size()) {
            lines.add(new Line(Kind.CHANGED, "… " + changes.count()));
        }
        return new GoalAnswer(lines);
    }

    /** Whether all that was asked for held. */
    public boolean isReached() {
        return lines.stream().noneMatch(line -> line.kind() == Kind.MISSED)
                && lines.stream().anyMatch(line -> line.kind() == Kind.REACHED);
    }

    /** The words of the lines of a kind. */
    public List<String> words(Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Line::words)
                .toList();
    }

    /** A line each. */
    public String written() {
        return lines.stream()
                .map(line -> line.kind().mark + line.words().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    /** What was written; lines that are none are left out. */
    public static GoalAnswer read(String written) {
        return new GoalAnswer(written.lines()
                .flatMap(line -> Arrays.stream(Kind.values())
                        .filter(kind -> line.startsWith(kind.mark))
                        .map(kind -> new Line(kind, line.substring(kind.mark.length()))))
                .toList());
    }
}

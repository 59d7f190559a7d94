package org.gatescope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gatescope.cell.CellException;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalCondition;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.Reckoning;
import org.gatescope.lesson.Sketch;
import org.gatescope.lesson.Solution;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** Reads what was typed of a question, and says beside each entry what is wrong with it. */
final class TypedQuestion {
    /** Of the entry for what is asked in words. */
    static final String PROMPT = "prompt";

    private static final Texts TEXTS = Texts.of(TypedQuestion.class);
    private static final int MOST = 1000;
    private static final Reckoning ANY = Reckoning.of("0");

    private final QuestionDraft draft;
    private final Run run;
    private final Map<String, String> problems = new TreeMap<>();

    private TypedQuestion(QuestionDraft draft, Run run) {
        this.draft = draft;
        this.run = run;
    }

    /**
     * What there is of a question.
     *
     * @param question empty while an entry is faulty
     * @param problems a sentence for each faulty entry, by its key
     */
    record Outcome(Optional<LessonQuestion> question, Map<String, String> problems) {}

    /** Reads a draft for a session's run. */
    static Outcome read(QuestionDraft draft, Run run) {
        TypedQuestion typed = new TypedQuestion(draft, run);
        LessonQuestion question = typed.whole();
        return new Outcome(typed.problems.isEmpty() ? Optional.of(question) : Optional.empty(), typed.problems);
    }

    private LessonQuestion whole() {
        LessonQuestion question = draft.kind().read(this);
        checkKnown(question.choices(run));
        return question;
    }

    /** The key of an entry of a known answer. */
    static String known(int at, boolean isSentence) {
        return "known-" + at + (isSentence ? "-sentence" : "-answer");
    }

    private void checkKnown(List<String> choices) {
        for (int i = 0; i < draft.known().size(); i++) {
            KnownAnswer known = draft.known().get(i);
            if (known.sentence().isBlank()) {
                problems.put(known(i, true), TEXTS.get("problem.sentence"));
            }
            if (!choices.isEmpty() && !choices.contains(known.answer().strip())) {
                problems.put(known(i, false), TEXTS.get("problem.choice", String.join(", ", choices)));
            }
        }
    }

    String prompt() {
        if (draft.prompt().isBlank()) {
            problems.put(PROMPT, TEXTS.get("problem.prompt"));
        }
        return draft.prompt();
    }

    private String entry(QuestionField field) {
        return draft.entries().getOrDefault(field, "").strip();
    }

    /** Those that can be read, for kinds whose answers are chosen. */
    List<KnownAnswer> known() {
        List<KnownAnswer> readable = new ArrayList<>();
        for (int i = 0; i < draft.known().size(); i++) {
            KnownAnswer known = draft.known().get(i);
            KnownAnswer stripped = new KnownAnswer(known.answer().strip(), known.sentence());
            if (isReadable(stripped.answer(), known(i, false))) {
                readable.add(stripped);
            }
        }
        return readable;
    }

    private boolean isReadable(String answer, String key) {
        if (answer.isEmpty()) {
            problems.put(key, TEXTS.get("problem.empty"));
            return false;
        }
        boolean isNumber = draft.kind() == QuestionKind.AMOUNT;
        boolean isCurve = draft.kind() == QuestionKind.SKETCH;
        if (!isNumber && !isCurve) {
            return true;
        }
        int before = problems.size();
        List<String> parts = isCurve ? List.of(answer.split(";", -1)) : List.of(answer);
        parts.forEach(part -> reckoned(key, part.strip()));
        int steps = lines(QuestionField.CURVE).size();
        if (isCurve && parts.size() != steps) {
            problems.put(key, TEXTS.get("problem.curve", steps, parts.size()));
        }
        return problems.size() == before;
    }

    Reckoning reckoning(QuestionField field) {
        return reckoned(field.key(), entry(field));
    }

    private Reckoning reckoned(String key, String text) {
        if (text.isEmpty()) {
            problems.put(key, TEXTS.get("problem.empty"));
            return ANY;
        }
        return read(
                key, text, Reckoning::of, ANY, reckoning -> reckoning.in(run).isPresent());
    }

    /** What cannot be read, and what the run does not have, is a problem. */
    private <R> R read(String key, String text, Function<String, R> read, R instead, Function<R, Boolean> isThere) {
        try {
            R one = read.apply(text);
            if (!isThere.apply(one)) {
                problems.put(key, TEXTS.get("problem.gone", text));
            }
            return one;
        } catch (CellException e) {
            problems.put(key, TEXTS.get("problem.reckoning", text, e.problem()));
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            problems.put(key, said.endsWith(".") ? said : TEXTS.get("problem.number", said));
        }
        return instead;
    }

    List<Reckoning> reckonings(QuestionField field) {
        List<String> lines = lines(field);
        List<Reckoning> numbers =
                lines.stream().map(line -> reckoned(field.key(), line)).toList();
        if (lines.size() < 2 || lines.size() > MOST) {
            problems.put(field.key(), TEXTS.get("problem.lines", MOST));
        }
        return numbers;
    }

    private List<String> lines(QuestionField field) {
        return entry(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    double tolerance() {
        return numberOf(QuestionField.TOLERANCE, TypedQuestion::tolerance);
    }

    private double numberOf(QuestionField field, Function<String, Double> read) {
        return read(field.key(), entry(field), read, 0.0, number -> true);
    }

    String part() {
        String part = entry(QuestionField.PART);
        boolean isThere = run.session().network().parts().stream()
                .anyMatch(one -> one.key().equals(part));
        if (!isThere) {
            problems.put(
                    QuestionField.PART.key(),
                    TEXTS.get(
                            "problem.part",
                            String.join(
                                    ", ",
                                    run.session().network().parts().stream()
                                            .map(one -> one.key())
                                            .toList())));
        }
        return part;
    }

    String line() {
        String line = entry(QuestionField.LINE);
        List<String> lines = new LessonQuestion.Line("", entry(QuestionField.PART), line, List.of()).choices(run);
        if (!lines.isEmpty() && !lines.contains(line)) {
            problems.put(QuestionField.LINE.key(), TEXTS.get("problem.line", String.join(", ", lines)));
        }
        return line;
    }

    Sketch sketch() {
        List<Reckoning> curve = reckonings(QuestionField.CURVE);
        if (curve.size() > Sketch.MOST_STEPS) {
            problems.put(QuestionField.CURVE.key(), TEXTS.get("problem.steps", Sketch.MOST_STEPS));
        }
        double low = numberOf(QuestionField.LOW, TypedQuestion::number);
        double high = numberOf(QuestionField.HIGH, TypedQuestion::number);
        if (!(low < high)) {
            problems.putIfAbsent(QuestionField.HIGH.key(), TEXTS.get("problem.range"));
        }
        double tolerance = tolerance();
        List<KnownAnswer> known = known();
        String prompt = prompt();
        return problems.isEmpty()
                ? new Sketch(prompt, curve, low, high, tolerance, known)
                : new Sketch(prompt, List.of(ANY, ANY), 0, 1, 0, List.of());
    }

    Goal goal() {
        List<GoalCondition> conditions = conditions(QuestionField.CONDITIONS);
        if (conditions.isEmpty()) {
            problems.putIfAbsent(QuestionField.CONDITIONS.key(), TEXTS.get("problem.goal"));
        }
        List<GoalCondition> attempts = conditions(QuestionField.ATTEMPTS);
        Solution solution = read(
                QuestionField.SOLUTION.key(),
                entry(QuestionField.SOLUTION),
                SolutionLines::read,
                Solution.NONE,
                this::isPossible);
        GoalCondition any = new GoalCondition("", ANY, GoalCondition.Relation.EQUAL, ANY, 0);
        return new Goal(prompt(), conditions.isEmpty() ? List.of(any) : conditions, attempts, solution);
    }

    private boolean isPossible(Solution solution) {
        return solution.numbers().keySet().stream().allMatch(given -> WrittenNumber.isThere(run, given));
    }

    private List<GoalCondition> conditions(QuestionField field) {
        List<GoalCondition> conditions = new ArrayList<>();
        for (String line : lines(field)) {
            read(
                            field.key(),
                            line,
                            text -> Optional.of(ConditionLines.read(text)),
                            Optional.<GoalCondition>empty(),
                            one -> one.filter(this::isThere).isPresent())
                    .ifPresent(conditions::add);
        }
        return conditions;
    }

    private boolean isThere(GoalCondition condition) {
        return condition.number().in(run).isPresent()
                && condition.than().in(run).isPresent();
    }

    /** @throws IllegalArgumentException with a sentence if it is none */
    static double number(String text) {
        return switch (TypedNumber.read(text)) {
            case TypedNumber.Number(double value) when Double.isFinite(value) -> value;
            case TypedNumber.Number number -> throw new IllegalArgumentException(TEXTS.get("problem.finite"));
            case TypedNumber.Refused(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    /** @throws IllegalArgumentException with a sentence if it is none */
    static double tolerance(String text) {
        double tolerance = number(text);
        if (tolerance < 0) {
            throw new IllegalArgumentException(TEXTS.get("problem.tolerance"));
        }
        return tolerance;
    }

    /** As it is typed, to the last bit. */
    static String written(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** As it is read. */
    static String brief(double number) {
        return Numerals.brief(number, 4).replace('-', Numerals.MINUS);
    }
}

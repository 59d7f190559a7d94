package org.gatescope.ui.lesson.edit;

import static org.gatescope.ui.lesson.edit.QuestionField.ATTEMPTS;
import static org.gatescope.ui.lesson.edit.QuestionField.CONDITIONS;
import static org.gatescope.ui.lesson.edit.QuestionField.CURVE;
import static org.gatescope.ui.lesson.edit.QuestionField.HIGH;
import static org.gatescope.ui.lesson.edit.QuestionField.LINE;
import static org.gatescope.ui.lesson.edit.QuestionField.LOW;
import static org.gatescope.ui.lesson.edit.QuestionField.NUMBER;
import static org.gatescope.ui.lesson.edit.QuestionField.PART;
import static org.gatescope.ui.lesson.edit.QuestionField.SOLUTION;
import static org.gatescope.ui.lesson.edit.QuestionField.THAN;
import static org.gatescope.ui.lesson.edit.QuestionField.TOLERANCE;
import static org.gatescope.ui.lesson.edit.QuestionField.UNITS;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonQuestion.Amount;
import org.gatescope.lesson.LessonQuestion.Larger;
import org.gatescope.lesson.LessonQuestion.Line;
import org.gatescope.lesson.LessonQuestion.Sign;
import org.gatescope.lesson.LessonQuestion.Unit;
import org.gatescope.lesson.LessonQuestion.Words;
import org.gatescope.lesson.Reckoning;
import org.gatescope.lesson.Sketch;
import org.gatescope.text.Texts;

/** The kinds of questions: what is filled in of each, and how it is read and written. */
enum QuestionKind {
    SIGN(
            Sign.class,
            true,
            question ->
                    question instanceof Sign sign ? Map.of(NUMBER, sign.number().text()) : Map.of(),
            typed -> new Sign(typed.prompt(), typed.reckoning(NUMBER), typed.known()),
            NUMBER),
    LARGER(
            Larger.class,
            true,
            question -> question instanceof Larger larger
                    ? Map.of(NUMBER, larger.number().text(), THAN, larger.than().text())
                    : Map.of(),
            typed -> new Larger(typed.prompt(), typed.reckoning(NUMBER), typed.reckoning(THAN), typed.known()),
            NUMBER,
            THAN),
    AMOUNT(
            Amount.class,
            true,
            question -> question instanceof Amount amount
                    ? Map.of(NUMBER, amount.number().text(), TOLERANCE, TypedQuestion.written(amount.tolerance()))
                    : Map.of(),
            typed -> new Amount(typed.prompt(), typed.reckoning(NUMBER), typed.tolerance(), typed.known()),
            NUMBER,
            TOLERANCE),
    UNIT(
            Unit.class,
            true,
            question -> question instanceof Unit unit ? Map.of(UNITS, lines(unit.units())) : Map.of(),
            typed -> new Unit(typed.prompt(), typed.reckonings(UNITS), typed.known()),
            UNITS),
    LINE_OF_CELL(
            Line.class,
            true,
            question -> question instanceof Line line ? Map.of(PART, line.part(), LINE, line.line()) : Map.of(),
            typed -> new Line(typed.prompt(), typed.part(), typed.line(), typed.known()),
            PART,
            LINE),
    WORDS(Words.class, false, question -> Map.of(), typed -> new Words(typed.prompt())),
    SKETCH(
            Sketch.class,
            true,
            question -> question instanceof Sketch sketch
                    ? Map.of(
                            CURVE, lines(sketch.curve()),
                            LOW, TypedQuestion.written(sketch.low()),
                            HIGH, TypedQuestion.written(sketch.high()),
                            TOLERANCE, TypedQuestion.written(sketch.tolerance()))
                    : Map.of(),
            TypedQuestion::sketch,
            CURVE,
            LOW,
            HIGH,
            TOLERANCE),
    GOAL(
            Goal.class,
            false,
            question -> question instanceof Goal goal
                    ? Map.of(
                            CONDITIONS, ConditionLines.written(goal.conditions()),
                            ATTEMPTS, ConditionLines.written(goal.attempts()),
                            SOLUTION, SolutionLines.written(goal.solution()))
                    : Map.of(),
            TypedQuestion::goal,
            CONDITIONS,
            ATTEMPTS,
            SOLUTION);

    private static final Texts TEXTS = Texts.of(QuestionKind.class);

    private final Class<? extends LessonQuestion> type;
    private final boolean hasKnown;
    private final Function<LessonQuestion, Map<QuestionField, String>> write;
    private final Function<TypedQuestion, LessonQuestion> read;
    private final List<QuestionField> fields;

    QuestionKind(
            Class<? extends LessonQuestion> type,
            boolean hasKnown,
            Function<LessonQuestion, Map<QuestionField, String>> write,
            Function<TypedQuestion, LessonQuestion> read,
            QuestionField... fields) {
        this.type = type;
        this.hasKnown = hasKnown;
        this.write = write;
        this.read = read;
        this.fields = List.of(fields);
    }

    static QuestionKind of(LessonQuestion question) {
        for (QuestionKind kind : values()) {
            if (kind.type.isInstance(question)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(question.toString());
    }

    private static String lines(List<Reckoning> numbers) {
        return numbers.stream().map(Reckoning::text).collect(Collectors.joining("\n"));
    }

    /** In their order. */
    List<QuestionField> fields() {
        return fields;
    }

    /** Whether wrong answers can be recognised by what they are. */
    boolean hasKnown() {
        return hasKnown;
    }

    Map<QuestionField, String> written(LessonQuestion question) {
        Map<QuestionField, String> written = new EnumMap<>(QuestionField.class);
        written.putAll(write.apply(question));
        return written;
    }

    LessonQuestion read(TypedQuestion typed) {
        return read.apply(typed);
    }

    /** {@code line-of-cell}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return TEXTS.get("kind." + key());
    }
}

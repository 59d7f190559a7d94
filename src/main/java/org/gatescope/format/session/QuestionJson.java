package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.CellException;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.Reckoning;
import org.gatescope.lesson.Sketch;
import org.gatescope.session.Session;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A question of a lesson in a file: what it asks for, in words, and of what. */
final class QuestionJson {
    private static final String ASKS = "asks";
    private static final String PROMPT = "prompt";
    private static final String NUMBER = "number";
    private static final String THAN = "than";
    private static final String TOLERANCE = "tolerance";
    private static final String UNITS = "units";
    private static final String PART = "part";
    private static final String LINE = "line";
    private static final String CURVE = "curve";
    private static final String LOW = "low";
    private static final String HIGH = "high";
    private static final String KNOWN = "known";
    private static final String ANSWER = "answer";
    private static final String SENTENCE = "sentence";
    private static final int MOST_NUMBERS = 1000;

    private QuestionJson() {}

    static ObjectNode written(LessonQuestion question) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(PROMPT, question.prompt());
        switch (question) {
            case LessonQuestion.Sign sign ->
                node.put(ASKS, "sign").put(NUMBER, sign.number().text());
            case LessonQuestion.Larger larger ->
                node.put(ASKS, "larger")
                        .put(NUMBER, larger.number().text())
                        .put(THAN, larger.than().text());
            case LessonQuestion.Amount amount ->
                node.put(ASKS, "number")
                        .put(NUMBER, amount.number().text())
                        .set(TOLERANCE, NumberJson.written(amount.tolerance()));
            case LessonQuestion.Unit unit -> {
                ArrayNode units = node.put(ASKS, "unit").putArray(UNITS);
                unit.units().forEach(one -> units.add(one.text()));
            }
            case LessonQuestion.Line line ->
                node.put(ASKS, "line").put(PART, line.part()).put(LINE, line.line());
            case LessonQuestion.Words words -> node.put(ASKS, "words");
            case Sketch sketch -> {
                ArrayNode curve = node.put(ASKS, "sketch").putArray(CURVE);
                sketch.curve().forEach(one -> curve.add(one.text()));
                node.set(LOW, NumberJson.written(sketch.low()));
                node.set(HIGH, NumberJson.written(sketch.high()));
                node.set(TOLERANCE, NumberJson.written(sketch.tolerance()));
            }
            case Goal goal -> GoalJson.write(goal, node.put(ASKS, "goal"));
        }
        if (!question.known().isEmpty()) {
            ArrayNode known = node.putArray(KNOWN);
            question.known()
                    .forEach(mistake ->
                            known.addObject().put(ANSWER, mistake.answer()).put(SENTENCE, mistake.sentence()));
        }
        return node;
    }

    /** @param begin the session that the step begins with */
    static LessonQuestion read(Members node, Session begin) throws FormatException {
        List<KnownAnswer> known = known(node);
        try {
            LessonQuestion question = read(node, known, begin);
            node.end();
            return question;
        } catch (CellException e) {
            throw Members.refused("typed", node.place(ASKS), e.column(), e.problem());
        } catch (IllegalArgumentException e) {
            throw Members.refused("question", node.place(ASKS), Members.excerpt(String.valueOf(e.getMessage())));
        }
    }

    private static LessonQuestion read(Members node, List<KnownAnswer> known, Session begin) throws FormatException {
        String prompt = node.text(PROMPT);
        return switch (node.text(ASKS)) {
            case "sign" -> new LessonQuestion.Sign(prompt, reckoning(node, NUMBER), known);
            case "larger" -> new LessonQuestion.Larger(prompt, reckoning(node, NUMBER), reckoning(node, THAN), known);
            case "number" -> new LessonQuestion.Amount(prompt, reckoning(node, NUMBER), tolerance(node), known);
            case "unit" -> new LessonQuestion.Unit(prompt, reckonings(node, UNITS, MOST_NUMBERS), known);
            case "line" -> new LessonQuestion.Line(prompt, node.text(PART), node.text(LINE), known);
            case "words" -> new LessonQuestion.Words(prompt);
            case "sketch" -> sketch(node, prompt, known);
            case "goal" -> GoalJson.read(node, prompt, begin);
            default -> throw node.unknown(ASKS, "sign", "larger", "number", "unit", "line", "words", "sketch", "goal");
        };
    }

    private static Sketch sketch(Members node, String prompt, List<KnownAnswer> known) throws FormatException {
        List<Reckoning> curve = reckonings(node, CURVE, Sketch.MOST_STEPS);
        double low = node.number(LOW);
        double high = node.number(HIGH);
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw Members.refused("range", node.place(LOW), HIGH);
        }
        for (KnownAnswer mistake : known) {
            if (mistake.answer().split(Sketch.BETWEEN, -1).length != curve.size()) {
                throw Members.refused(
                        "known.curve", node.place(KNOWN), curve.size(), Members.excerpt(mistake.answer()));
            }
        }
        return new Sketch(prompt, curve, low, high, tolerance(node), known);
    }

    static Reckoning reckoning(Members node, String key) throws FormatException {
        return Reckoning.of(node.text(key));
    }

    static double tolerance(Members node) throws FormatException {
        double tolerance = node.number(TOLERANCE);
        if (!(tolerance >= 0) || !Double.isFinite(tolerance)) {
            throw Members.refused("tolerance", node.place(TOLERANCE));
        }
        return tolerance;
    }

    private static List<Reckoning> reckonings(Members node, String key, int most) throws FormatException {
        List<String> texts = node.texts(key);
        if (texts.size() < 2 || texts.size() > most) {
            throw Members.refused("units", node.place(key), most, texts.size());
        }
        return texts.stream().map(Reckoning::of).toList();
    }

    private static List<KnownAnswer> known(Members node) throws FormatException {
        List<KnownAnswer> known = new ArrayList<>();
        if (node.has(KNOWN)) {
            for (Members mistake : node.objects(KNOWN)) {
                known.add(new KnownAnswer(mistake.text(ANSWER), mistake.text(SENTENCE)));
                mistake.end();
            }
        }
        return known;
    }
}

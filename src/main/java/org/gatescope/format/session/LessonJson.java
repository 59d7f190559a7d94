package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.Lock;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A lesson in a session file: its steps, which of them is shown, and the answers by step. */
final class LessonJson {
    static final String KEY = "lesson";

    private static final int MOST_STEPS = 1000;
    private static final int MOST_MINUTES = 10_000;
    private static final String TITLE = "title";
    private static final String MINUTES = "minutes";
    private static final String GOALS = "goals";
    private static final String STEPS = "steps";
    private static final String AT = "at";
    private static final String ANSWERS = "answers";
    private static final String TEXT = "text";
    private static final String PLACE = "place";
    private static final String QUESTION = "question";
    private static final String REVEAL = "reveal";
    private static final String SHOWN = "shown";
    private static final String VIEW = "view";
    private static final String NOTES = "notes";
    private static final String LOCKS = "locks";
    private static final String OPENING = "opening";
    private static final String START = "start";

    private LessonJson() {}

    /** @param session that the file holds, as it has it */
    static ObjectNode written(OpenLesson open, ObjectNode session) {
        Lesson lesson = open.lesson();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(TITLE, lesson.title()).put(MINUTES, lesson.minutes());
        lesson.goals().forEach(node.putArray(GOALS)::add);
        ArrayNode steps = node.putArray(STEPS);
        ObjectNode opening = SessionJson.written(open.opening());
        LessonSessions sessions = new LessonSessions(opening);
        lesson.steps().forEach(step -> write(step, steps.addObject(), sessions));
        node.put(AT, open.at());
        ObjectNode changed = LessonSessions.difference(session, opening);
        if (!changed.isEmpty()) {
            node.set(OPENING, changed);
        }
        ObjectNode answers = node.putObject(ANSWERS);
        new TreeMap<>(open.answers()).forEach((step, answer) -> answers.put(Integer.toString(step), answer));
        return node;
    }

    private static void write(LessonStep step, ObjectNode node, LessonSessions sessions) {
        node.put(TEXT, step.text());
        step.start().ifPresent(start -> node.set(START, sessions.written(start)));
        node.set(PLACE, written(step.place()));
        step.question().ifPresent(question -> {
            node.set(QUESTION, QuestionJson.written(question));
            node.put(REVEAL, step.reveal());
            node.set(SHOWN, written(step.shown()));
        });
        if (!step.notes().isEmpty()) {
            node.put(NOTES, step.notes());
        }
        if (!step.locks().isEmpty()) {
            step.locks().stream().sorted().map(Members::word).forEach(node.putArray(LOCKS)::add);
        }
    }

    private static ObjectNode written(Place place) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        place.position().ifPresent(position -> node.put(Place.POSITION, position));
        if (!place.view().isEmpty()) {
            node.set(VIEW, ViewJson.written(place.view()));
        }
        return node;
    }

    /** @param session that the file holds */
    static Optional<OpenLesson> read(Members file, Session session) throws FormatException {
        Optional<Members> kept = file.optional(KEY);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Members node = kept.get();
        List<Members> listed = node.objects(STEPS);
        if (listed.isEmpty() || listed.size() > MOST_STEPS) {
            throw Members.refused("lesson.steps", MOST_STEPS, listed.size());
        }
        Session opening =
                node.has(OPENING) ? new LessonSessions(SessionJson.written(session)).read(node, OPENING) : session;
        LessonSessions sessions = new LessonSessions(SessionJson.written(opening));
        Session begin = opening;
        List<LessonStep> steps = new ArrayList<>();
        for (Members step : listed) {
            begin = step.has(START) ? sessions.read(step, START) : begin;
            steps.add(step(step, begin));
        }
        Lesson lesson = new Lesson(node.text(TITLE), node.whole(MINUTES, 1, MOST_MINUTES), node.texts(GOALS), steps);
        int at = node.whole(AT, 0, steps.size() - 1);
        OpenLesson open = new OpenLesson(lesson, at, answers(node.object(ANSWERS), steps), opening);
        node.end();
        return Optional.of(open);
    }

    /**
     * A step that asks nothing has nothing to reveal.
     *
     * @param begin the session that it begins with
     */
    private static LessonStep step(Members node, Session begin) throws FormatException {
        long length = Schedule.of(begin).length();
        Optional<Members> asked = node.optional(QUESTION);
        Optional<LessonQuestion> question =
                asked.isPresent() ? Optional.of(QuestionJson.read(asked.get(), begin)) : Optional.empty();
        LessonStep step = new LessonStep(
                node.text(TEXT),
                place(node.object(PLACE), length),
                question,
                question.isPresent() ? node.text(REVEAL) : "",
                question.isPresent() ? place(node.object(SHOWN), length) : Place.ANY,
                node.has(NOTES) ? node.text(NOTES) : "",
                node.has(LOCKS) ? node.choices(LOCKS, Lock.class) : Set.of(),
                node.has(START) ? Optional.of(begin) : Optional.empty());
        node.end();
        return step;
    }

    private static Place place(Members node, long length) throws FormatException {
        OptionalLong position = node.has(Place.POSITION)
                ? OptionalLong.of(node.wholeLong(Place.POSITION, 0, length))
                : OptionalLong.empty();
        Optional<Members> view = node.optional(VIEW);
        Place place = new Place(position, view.isPresent() ? ViewJson.read(view.get()) : Map.of());
        node.end();
        return place;
    }

    /** Only of steps that ask. */
    private static Map<Integer, String> answers(Members node, List<LessonStep> steps) throws FormatException {
        Map<Integer, String> answers = new TreeMap<>();
        for (int step = 0; step < steps.size(); step++) {
            String key = Integer.toString(step);
            if (node.has(key) && steps.get(step).question().isPresent()) {
                answers.put(step, node.text(key));
            }
        }
        node.end();
        return answers;
    }
}

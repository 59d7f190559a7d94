package org.gatescope.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** A small lesson with a question of each kind, over {@link Example#SMALL_SEQUENCE}. */
public final class Lessons {
    private Lessons() {}

    public static Reckoning h(int step, int unit) {
        return Reckoning.of("{step 0.forward h' %d 0 %d}".formatted(step, unit));
    }

    public static List<LessonQuestion> questions() {
        return List.of(
                new LessonQuestion.Sign(
                        "Which sign?", h(0, 0), List.of(new KnownAnswer("negative", "That is the sign of −h."))),
                new LessonQuestion.Larger("Larger?", h(1, 0), h(0, 0), List.of()),
                new LessonQuestion.Amount(
                        "How much?",
                        h(1, 0),
                        0.005,
                        List.of(new KnownAnswer(
                                "tanh({step 0.forward h.pre 1 0 0} - 0.1)", "The bias is not all of it."))),
                new LessonQuestion.Unit("Which unit?", List.of(h(0, 0), h(0, 1), h(0, 2)), List.of()),
                new LessonQuestion.Line("Which line?", "0.forward", "h'", List.of(new KnownAnswer("c'", "None."))),
                new LessonQuestion.Words("In your words?"));
    }

    /** The states of the first unit at three steps, between −1 and 1. */
    public static Sketch sketch() {
        return new Sketch(
                "Draw it.",
                List.of(h(0, 0), h(1, 0), h(2, 0)),
                -1,
                1,
                0.1,
                List.of(new KnownAnswer("0; 0; -0.5", "That is flat.")));
    }

    /** A bias that makes the state zero, which a weight cannot. */
    public static Goal goal() {
        NumberId.Given bias = new NumberId.Given(new TableId.Parameter("0.forward.b.h"), 0, 0);
        return new Goal(
                "Make it small.",
                List.of(
                        new GoalCondition(
                                "`h` is nearly 0", h(0, 0), GoalCondition.Relation.EQUAL, Reckoning.of("0"), 0.01),
                        new GoalCondition(
                                "one number was changed",
                                Reckoning.of("{changed}"),
                                GoalCondition.Relation.EQUAL,
                                Reckoning.of("1"),
                                0)),
                List.of(new GoalCondition(
                        "That is too much.", h(0, 0), GoalCondition.Relation.SMALLER, Reckoning.of("-0.01"), 0)),
                new Solution(Map.of(bias, 0.0), Optional.empty(), true));
    }

    /** As a step begins that has no biases. */
    public static Session other() {
        return Example.SMALL_SEQUENCE
                .session()
                .edit(new TableId.Parameter("0.forward.b.h"), bias -> bias.map(one -> 0));
    }

    /** With a curve to draw, something to change, and a session of a step's own. */
    public static Lesson building() {
        Place place = new Place(OptionalLong.of(1), Map.of("opened", ""));
        return new Lesson(
                "Building",
                3,
                List.of("Another thing"),
                Stream.concat(
                                Stream.of(sketch(), goal())
                                        .map(question -> new LessonStep(
                                                "Look.",
                                                place,
                                                Optional.of(question),
                                                "So.",
                                                place,
                                                "Wait for the class.",
                                                question instanceof Goal
                                                        ? Set.of(Lock.NETWORK, Lock.INPUTS)
                                                        : Set.of(Lock.WEIGHTS))),
                                Stream.of(new LessonStep(
                                        "Other weights.",
                                        place,
                                        Optional.empty(),
                                        "",
                                        Place.ANY,
                                        "",
                                        Set.of(),
                                        Optional.of(other()))))
                        .toList());
    }

    public static Lesson lesson() {
        Place first = new Place(OptionalLong.of(1), Map.of("opened", "", "part", "0.forward"));
        Place after = new Place(OptionalLong.of(2), Map.of("opened", "step 0.forward h' 1 0 0"));
        Stream<LessonStep> asking = questions().stream()
                .map(question -> new LessonStep(
                        "Look at `h'` and at [the lanes](filled lanes).", first, Optional.of(question), "So.", after));
        LessonStep last = new LessonStep("The end.", Place.ANY, Optional.empty(), "", Place.ANY);
        return new Lesson(
                "A lesson",
                5,
                List.of("One thing"),
                Stream.concat(asking, Stream.of(last)).toList());
    }
}

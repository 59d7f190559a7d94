package org.gatescope.lesson;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatescope.text.Texts;

/** What belongs together in the gallery, in its order. */
public enum ExampleGroup {
    LESSONS,
    FIRST_STEPS,
    WHY_LSTM,
    GRADIENTS,
    TRAINING,
    CELLS,
    MISTAKES,
    NOTEBOOKS;

    private static final Texts TEXTS = Texts.of(ExampleGroup.class);

    /** In the user's language. */
    public String title() {
        return TEXTS.get("group." + id());
    }

    /** What its examples have in common, in a line. */
    public String purpose() {
        return TEXTS.get("group." + id() + ".purpose");
    }

    /** In the gallery's order; {@link #tasks} follow. */
    public List<Example> examples() {
        Stream<Example> all = Arrays.stream(Example.values()).filter(example -> example.group() == this);
        return (this == NOTEBOOKS ? all.sorted(Comparator.comparing(Example::title)) : all).toList(); // A to E
    }

    /** Those that come along. */
    public List<FinishedLesson> lessons() {
        return this == LESSONS ? List.of(FinishedLesson.values()) : List.of();
    }

    /** Those whose networks are still to be trained. */
    public List<Task> tasks() {
        return this == TRAINING ? List.of(Task.values()) : List.of();
    }

    /** {@code why-lstm}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

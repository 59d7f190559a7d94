package org.gatescope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a story that fails a short one: parts are left out, halves first and single steps last, as long as what is left
 * fails in the same way (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002).
 */
public final class Shrinking {
    private static final int TRIES = 250;

    private Shrinking() {}

    /**
     * @param check throws where the story fails; it has to tell each step in its own way, whatever was left out before it
     * @param tries at most so many shorter stories are tried
     * @throws AssertionError with the shortest story found, and its failure as the cause
     */
    public static <A> void hold(List<A> story, Consumer<List<A>> check, int tries) {
        failure(story, check).ifPresent(first -> {
            List<A> shortest = shortest(story, check, first, tries);
            Throwable last = failure(shortest, check).orElse(first);
            throw new AssertionError("after " + shortest + ": " + last, last);
        });
    }

    public static <A> void hold(List<A> story, Consumer<List<A>> check) {
        hold(story, check, TRIES);
    }

    private static <A> List<A> shortest(List<A> story, Consumer<List<A>> check, Throwable first, int most) {
        List<A> left = story;
        int tries = 0;
        for (int part = Math.max(1, story.size() / 2); part > 0; part = part == 1 ? 0 : (part + 1) / 2) {
            for (int from = 0; from < left.size() && tries < most; tries++) {
                List<A> fewer = new ArrayList<>(left);
                fewer.subList(from, Math.min(left.size(), from + part)).clear();
                if (failure(fewer, check).filter(now -> isSame(now, first)).isPresent()) {
                    left = fewer;
                } else {
                    from += part;
                }
            }
        }
        return left;
    }

    /** Of the same kind, thrown at the same line. */
    private static boolean isSame(Throwable one, Throwable other) {
        return one.getClass() == other.getClass() && place(one).equals(place(other));
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 || thrown instanceof AssertionError ? "" : trace[0].toString();
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is that fails
    private static <A> Optional<Throwable> failure(List<A> story, Consumer<List<A>> check) {
        try {
            check.accept(story);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }
}

package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gatescope.session.Run;

/**
 * A curve over time that is to be drawn. The answer is its heights, between blanks. A hand is not exact: at one step in five
 * it may be farther off.
 *
 * @param curve     a number for each step; at least two
 * @param low       of what can be drawn
 * @param high      of it
 * @param tolerance how far the drawing may be from the curve
 * @param known     curves that stem from known mistakes: a {@link Reckoning} for each step, between semicolons
 */
public record Sketch(
        String prompt, List<Reckoning> curve, double low, double high, double tolerance, List<KnownAnswer> known)
        implements LessonQuestion {
    /** What stands between the numbers of a known mistake. */
    public static final String BETWEEN = ";";

    /** As many steps as one can draw. */
    public static final int MOST_STEPS = 200;

    private static final int ONE_IN = 5;

    /** @throws IllegalArgumentException if there is nothing to draw between, or a known mistake is no such curve */
    public Sketch {
        curve = List.copyOf(curve);
        known = List.copyOf(known);
        if (curve.size() < 2 || curve.size() > MOST_STEPS || !(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("nothing to draw: " + curve.size() + ", " + low + ", " + high);
        }
        for (KnownAnswer mistake : known) {
            if (curve(mistake).size() != curve.size()) {
                throw new IllegalArgumentException("“" + mistake.answer() + "”");
            }
        }
    }

    private static List<Reckoning> curve(KnownAnswer mistake) {
        return Arrays.stream(mistake.answer().split(BETWEEN, -1))
                .map(Reckoning::of)
                .toList();
    }

    @Override
    public Optional<String> right(Run run) {
        return heights(curve, run).map(AnsweredNumbers::written);
    }

    @Override
    public boolean isRight(Run run, String answer) {
        return isNear(answer, curve, run);
    }

    @Override
    public boolean isMistake(Run run, String answer, KnownAnswer mistake) {
        return isNear(answer, curve(mistake), run);
    }

    /** At how many steps a drawing may be farther off. */
    public int leeway() {
        return curve.size() / ONE_IN;
    }

    /** At how many steps an answer is farther off than it may be. */
    public int off(Run run, String answer) {
        return off(answer, heights(curve, run).orElse(List.of()));
    }

    private boolean isNear(String answer, List<Reckoning> other, Run run) {
        return heights(other, run)
                .filter(heights -> off(answer, heights) <= leeway())
                .isPresent();
    }

    private int off(String answer, List<Double> heights) {
        double[] drawn = AnsweredNumbers.of(answer);
        return drawn.length != heights.size()
                ? curve.size()
                : (int) IntStream.range(0, drawn.length)
                        .filter(i -> !(Math.abs(drawn[i] - heights.get(i)) <= tolerance * (1 + 1e-9)))
                        .count();
    }

    private static Optional<List<Double>> heights(List<Reckoning> curve, Run run) {
        List<Double> heights = new ArrayList<>();
        for (Reckoning step : curve) {
            OptionalDouble height = step.in(run);
            if (height.isEmpty()) {
                return Optional.empty();
            }
            heights.add(height.getAsDouble());
        }
        return Optional.of(heights);
    }
}

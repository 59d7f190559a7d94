package org.gatescope.explain;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.FullName;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.JacobianNorm;
import org.gatescope.explain.NumberId.Loss;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.jspecify.annotations.Nullable;

/** The name of a number, as session files say it: words, such as {@code step 0.forward d.f 3 0 2} or {@code loss}. */
public final class WrittenNumber {
    private static final String STEP = "step";
    private static final String GIVEN = "given";
    private static final String GRADIENT = "gradient";
    private static final String LOSS = "loss";
    private static final String NORM = "norm";
    private static final String JACOBIAN = "jacobian";

    private WrittenNumber() {}

    /** Nothing where none is opened, or one that has no name: a term of an equation. */
    public static String written(@Nullable NumberId number) {
        return switch (number) {
            case OfStep(String part, Name(String name), int step, int row, int column) ->
                words(STEP, part, name, step, row, column);
            case Given(TableId table, int row, int column) -> words(GIVEN, written(table), row, column);
            case GradientOfGiven(TableId table, int row, int column) -> words(GRADIENT, written(table), row, column);
            case Loss loss -> LOSS;
            case Norm(String part, String name, int step, int sequence) -> words(NORM, part, name, step, sequence);
            case JacobianNorm(String part, String state, int sequence, int later, int earlier) ->
                words(JACOBIAN, part, state, sequence, later, earlier);
            case OfStep term -> "";
            case null -> "";
        };
    }

    private static String words(Object... words) {
        return String.join(" ", List.of(words).stream().map(String::valueOf).toList());
    }

    private static String written(TableId table) {
        return switch (table) {
            case TableId.Parameter(FullName name) -> words("parameter", name.text());
            case TableId.InitialState(FullName name) -> words("initialState", name.text());
            case TableId.FinalGradient(FullName name) -> words("finalGradient", name.text());
            case TableId.Input(int sequence) -> words("input", sequence);
            case TableId.Computed(int sequence) -> words("computed", sequence);
            case TableId.Dropped(int layer, int sequence) -> words("dropped", layer + "." + sequence);
            case TableId.Upstream(int sequence) -> words("upstream", sequence);
            case TableId.Targets(int sequence) -> words("targets", sequence);
            case TableId.Mask(int sequence) -> words("mask", sequence);
        };
    }

    /** A number that the run may not have; empty where the words name none. */
    public static Optional<NumberId> read(String written) {
        String[] words = written.split(" ", -1);
        try {
            return Optional.ofNullable(
                    switch (words[0] + " " + words.length) {
                        case STEP + " 6" ->
                            new OfStep(words[1], words[2], whole(words[3]), whole(words[4]), whole(words[5]));
                        case GIVEN + " 5" -> new Given(table(words), whole(words[3]), whole(words[4]));
                        case GRADIENT + " 5" -> new GradientOfGiven(table(words), whole(words[3]), whole(words[4]));
                        case LOSS + " 1" -> new Loss();
                        case NORM + " 5" -> new Norm(words[1], words[2], whole(words[3]), whole(words[4]));
                        case JACOBIAN + " 6" ->
                            new JacobianNorm(words[1], words[2], whole(words[3]), whole(words[4]), whole(words[5]));
                        default -> null;
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a session has a number that was read, which may be of another one. */
    public static boolean isThere(Run run, NumberId number) {
        return switch (number) {
            case OfStep of -> Explanation.of(run, of).isPresent();
            case Given given -> Explanation.of(run, given).isPresent();
            case GradientOfGiven(TableId table, int row, int column) -> isThere(run, new Given(table, row, column));
            case Loss loss -> run.session().objective().isPresent();
            case Norm(String part, String name, int step, int sequence) ->
                isThere(run, new OfStep(part, name, step, sequence, 0));
            case JacobianNorm(String part, String state, int sequence, int later, int earlier) ->
                isThere(run, new OfStep(part, state, later, sequence, 0))
                        && isThere(run, new OfStep(part, state, earlier, sequence, 0));
        };
    }

    private static TableId table(String[] words) {
        String name = words[2];
        return switch (words[1]) {
            case "parameter" -> new TableId.Parameter(name);
            case "initialState" -> new TableId.InitialState(name);
            case "finalGradient" -> new TableId.FinalGradient(name);
            case "input" -> new TableId.Input(whole(name));
            case "computed" -> new TableId.Computed(whole(name));
            case "dropped" -> dropped(name);
            case "upstream" -> new TableId.Upstream(whole(name));
            case "targets" -> new TableId.Targets(whole(name));
            case "mask" -> new TableId.Mask(whole(name));
            default -> throw new IllegalArgumentException(words[1]);
        };
    }

    /** {@code 1.0}: the layer and the sequence. */
    private static TableId dropped(String name) {
        String[] numbers = name.split("\\.", 2);
        if (numbers.length < 2) {
            throw new IllegalArgumentException(name);
        }
        return new TableId.Dropped(whole(numbers[0]), whole(numbers[1]));
    }

    private static int whole(String word) {
        int number = Integer.parseInt(word);
        if (number < 0) {
            throw new IllegalArgumentException(word);
        }
        return number;
    }
}

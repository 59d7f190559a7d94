package org.gatescope.ui.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.ByHand;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/** Where the numbers of a worksheet come from. */
public sealed interface SheetNumbers {
    /** Small integers; each copy has others. */
    record OfHand(ByHand hand) implements SheetNumbers {}

    /** Those of a session, rounded to what is written; the same in each copy. */
    record OfSession(Session session) implements SheetNumbers {}

    /** A session whose parameters are drawn anew for each copy, with one decimal. */
    record Drawn(Session session) implements SheetNumbers {}

    /**
     * What a copy is of: computed from nothing but the numbers that stand on it.
     *
     * @param digits of each given number
     * @throws FormatException if there are no numbers for the hand
     */
    default Session session(String title, long seed, int copy, int digits) throws FormatException {
        return switch (this) {
            case OfHand(ByHand hand) ->
                hand.session(title, seed, copy)
                        .orElseThrow(() -> FormatException.of(Texts.of(SheetNumbers.class), "no-hand"));
            case OfSession(Session session) -> rounded(session, digits);
            case Drawn(Session session) -> rounded(drawn(session, new Random(seed * 1_000_003 + copy)), digits);
        };
    }

    /** True if other copies have other numbers. */
    default boolean varies() {
        return !(this instanceof OfSession);
    }

    private static Session drawn(Session session, Random random) {
        Map<String, Matrix> parameters = new TreeMap<>(session.numbers().parameters());
        parameters.replaceAll((name, table) -> session.network().fixed().contains(name)
                ? table
                : table.map(before -> (random.nextInt(21) - 10) / 10.0));
        return session.withNumbers(numbers -> numbers.withParameters(parameters));
    }

    private static Session rounded(Session session, int digits) {
        DoubleUnaryOperator round = value -> Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
                : value;
        Session given = session.withMistakes(Session.NO_MISTAKES)
                .withNumbers(numbers -> numbers.withParameters(each(numbers.parameters(), round))
                        .withInput(numbers.input().map(round))
                        .withInitialState(each(numbers.initialState(), round))
                        .withUpstream(numbers.upstream().map(round))
                        .withFinalState(each(numbers.finalState(), round)));
        return given.withObjective(
                objective -> objective.withTargets(objective.targets().map(round)));
    }

    private static Map<String, Matrix> each(Map<String, Matrix> tables, DoubleUnaryOperator change) {
        Map<String, Matrix> changed = new TreeMap<>(tables);
        changed.replaceAll((name, table) -> table.map(change));
        return changed;
    }
}

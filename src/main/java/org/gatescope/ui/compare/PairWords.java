package org.gatescope.ui.compare;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Notation;
import org.gatescope.engine.FullName;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.Comparison.Pair;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.Quantity;

/** What is said of a number in two runs. */
record PairWords(Session session) {
    private static final Texts TEXTS = Texts.of(PairWords.class);
    /** Of a double. */
    private static final int MOST_DIGITS = 17;

    /** {@code f[t=3, unit 2]}, with its layer where there are several; what is read out is said to be so. */
    String name(NumberId number) {
        return switch (number) {
            case OfStep(String part, Expression node, int step, int row, int unit)
            when node instanceof Name(String name) ->
                ofPart(Quantity.placeAsInEquations(session, part, name, step, unit), part);
            case Given(TableId table, int row, int column) -> given(table, row, column);
            case GradientOfGiven(TableId.Parameter(FullName name), int row, int column) ->
                TEXTS.get("entry", Notation.gradient(PartWords.parameter(session, name.text())), row, column);
            default -> ReadOutEquations.TOTAL;
        };
    }

    private String given(TableId table, int row, int column) {
        return switch (table) {
            case TableId.Parameter(FullName name) ->
                TEXTS.get("entry", PartWords.parameter(session, name.text()), row, column);
            case TableId.InitialState(FullName name) ->
                TEXTS.get("initial", PartWords.parameter(session, name.text()), column);
            case TableId.FinalGradient(FullName name) ->
                TEXTS.get("final", Notation.gradient(PartWords.parameter(session, name.text())), column);
            case TableId.Input(int n) -> TEXTS.get("input", Convention.counted(row), column);
            case TableId.Upstream(int n) -> TEXTS.get("upstream", Convention.counted(row), column);
            case TableId.Targets(int n) -> TEXTS.get("target", Convention.counted(row), column);
            case TableId.Mask(int n) -> TEXTS.get("weight", Convention.counted(row));
            case TableId.Dropped(int layer, int n) -> TEXTS.get("factor", Convention.counted(row), column);
            case TableId.Computed(int n) -> TEXTS.get("computed", Convention.counted(row));
        };
    }

    private String ofPart(String place, String part) {
        boolean isOneOfMany =
                session.part(part).isEmpty() || session.network().parts().size() > 1;
        return isOneOfMany ? place + " " + PartWords.brief(session, part) : place;
    }

    /** Of which sequence it is, where there are several; empty otherwise. */
    String sequence(NumberId number) {
        OptionalInt sequence = session.batch() > 1 ? number.ofSequence() : OptionalInt.empty();
        return sequence.isPresent() ? TEXTS.get("sequence", sequence.getAsInt() + 1) : "";
    }

    /** Of both runs, in as few digits as tell the two apart. */
    static String values(Pair pair) {
        int digits = IntStream.range(3, MOST_DIGITS)
                .filter(count -> !Numerals.rounded(pair.one(), count).equals(Numerals.rounded(pair.other(), count)))
                .findFirst()
                .orElse(MOST_DIGITS);
        return TEXTS.get("values", Numerals.rounded(pair.one(), digits), Numerals.rounded(pair.other(), digits));
    }

    /** How far the two are apart, with its sign. */
    static String difference(Pair pair) {
        return TEXTS.get("delta", Numerals.rounded(pair.one() - pair.other(), 2));
    }
}

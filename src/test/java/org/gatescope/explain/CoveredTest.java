package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoveredTest {
    private static final OfStep F = new OfStep("0.forward", "f", 1, 0, 0);
    private static final Given WEIGHT = new Given(new TableId.Parameter("0.forward.Wx.i"), 0, 1);

    private final Session session = Example.THREE_SENTENCES.session();

    @Test
    void whatIsWrittenIsReadBack() {
        Covered covered = new Covered(
                Set.of("f", "0.forward|d.c"), Set.of(F, WEIGHT), Set.of(new OfStep("0.forward", "d.c", 2, 0, 1)));
        assertThat(covered.written())
                .isEqualTo("0.forward|d.c; f; given parameter 0.forward.Wx.i 0 1; step 0.forward f 1 0 0;"
                        + " shown step 0.forward d.c 2 0 1");
        assertThat(Covered.read(covered.written())).isEqualTo(covered);
        assertThat(Covered.read("")).isEqualTo(Covered.NONE);
    }

    @Test
    void whatNobodyCanReadIsLeftOut() {
        assertThat(Covered.read("step 0.forward f -1 0 0;; shown nothing at all; f ;" + "x".repeat(1000)))
                .isEqualTo(new Covered(Set.of("f"), Set.of(), Set.of()));
        String many = String.join(";", Collections.nCopies(3 * Covered.MOST, "f")) + ";last";
        assertThat(Covered.read(many).quantities()).containsExactly("f");
    }

    @Test
    void aQuantityIsHiddenInOnePartOrInAll() {
        OfStep above = new OfStep("1.forward", "f", 1, 0, 0);
        assertThat(hides("f", F)).isTrue();
        assertThat(hides("f", above)).isTrue();
        assertThat(hides("0.forward|f", F)).isTrue();
        assertThat(hides("0.forward|f", above)).isFalse();
        assertThat(hides("d.f", F)).isFalse();
        assertThat(hides("0.forward|Wx.i", WEIGHT)).isTrue();
    }

    /** h after a step is h before the next, and what the layer above reads. */
    @Test
    void aStateIsHiddenWhereverItStands() {
        List<NumberId> same = List.of(
                new OfStep("0.forward", "h'", 0, 0, 1),
                new OfStep("0.forward", "h", 1, 0, 1),
                new OfStep("1.forward", "x", 0, 0, 1));
        for (NumberId hidden : same) {
            CoveredNumbers one = numbers(numbers(Covered.NONE).hide(hidden));
            assertThat(same).as("%s hidden", hidden).allMatch(one::hides);
            assertThat(one.hides(new OfStep("0.forward", "h'", 1, 0, 1))).isFalse();
            assertThat(one.reveal(hidden)).isEqualTo(Covered.NONE);
            assertThat(one.hides(new Norm("0.forward", "h'", 0, 0))).isTrue();
        }
        for (String lane : List.of("0.forward|h'", "0.forward|h", "1.forward|x", "h")) {
            assertThat(same).as(lane).allMatch(number -> hides(lane, number));
        }
    }

    @Test
    void oneNumberOfAHiddenQuantityIsRevealed() {
        Covered lane = numbers(Covered.NONE).hide("0.forward", "f");
        assertThat(numbers(lane).hides("0.forward", "f")).isTrue();
        Covered shown = numbers(lane).reveal(F);
        assertThat(numbers(shown).hides(F)).isFalse();
        assertThat(numbers(shown).hides(new OfStep("0.forward", "f", 2, 0, 0))).isTrue();
        assertThat(numbers(shown).hide(F)).isEqualTo(lane);
        assertThat(numbers(shown).hide("0.forward", "f")).isEqualTo(lane);
        assertThat(numbers(shown).reveal("0.forward", "f")).isEqualTo(Covered.NONE);
    }

    @Test
    void whatALineComputesIsHiddenWithItsName() {
        Assignment line = session.part("0.forward").orElseThrow().layer().cell().statements().stream()
                .filter(statement -> statement.name().equals("f"))
                .findFirst()
                .orElseThrow();
        assertThat(hides("f", new OfStep("0.forward", line.expression(), 1, 0, 0)))
                .isTrue();
    }

    /** Files may be of another session. */
    @Test
    void whatTheSessionDoesNotHaveHidesNothing() {
        Covered foreign = Covered.read(
                "9.forward|q; step 7.backward h' 99999 3 12; step dense y 5 0 77; a|b|c; |; norm 0.forward h 1 0;"
                        + " given input 99 99 99; jacobian 0.forward h 0 1 0; loss");
        assertThat(numbers(foreign).hides(F)).isFalse();
        assertThat(numbers(foreign).hides(WEIGHT)).isFalse();
        assertThat(numbers(foreign).hide(F).numbers()).contains(F);
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 60).boxed();
    }

    /** Wherever the explanation of a number is that it is another one, both are hidden. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aHiddenNumberIsSeenNowhereElse(long seed) {
        Run run = RandomRuns.of(seed);
        Random random = new Random(seed);
        for (OfStep number : some(run, random)) {
            Explanation.of(run, number).filter(Explanation::passesOn).ifPresent(why -> {
                NumberId other = why.sources().getFirst();
                CoveredNumbers none = new CoveredNumbers(run.session(), Covered.NONE);
                CoveredNumbers hidden = new CoveredNumbers(run.session(), none.hide(other));
                assertThat(hidden.hides(number))
                        .as("%s, hidden as %s", number, other)
                        .isTrue();
                CoveredNumbers turned = new CoveredNumbers(run.session(), none.hide(number));
                assertThat(turned.hides(other))
                        .as("%s, hidden as %s", other, number)
                        .isTrue();
            });
        }
    }

    private static List<OfStep> some(Run run, Random random) {
        Session session = run.session();
        List<OfStep> all = new ArrayList<>();
        if (session.steps() == 0 || session.batch() == 0) {
            return all;
        }
        for (Part part : session.network().parts()) {
            List<String> names = new ArrayList<>(List.of(Cell.INPUT));
            for (String state : part.layer().cell().states()) {
                names.addAll(List.of(state, Cell.after(state)));
            }
            for (String name : names) {
                all.add(at(part.key(), name, session, random));
            }
        }
        all.add(at(ReadOut.KEY, "h", session, random));
        all.add(at(ReadOut.KEY, "target", session, random));
        return all;
    }

    private static OfStep at(String part, String name, Session session, Random random) {
        return new OfStep(
                part, name, random.nextInt(session.steps()), random.nextInt(session.batch()), random.nextInt(2));
    }

    @Test
    void scoresAreCountedAndKept() {
        PredictionScore score = PredictionScore.NONE
                .answered(true)
                .answered(true)
                .answered(false)
                .given();
        assertThat(score).isEqualTo(new PredictionScore(2, 1, 1));
        assertThat(PredictionScore.read(score.written())).isEqualTo(score);
        assertThat(PredictionScore.NONE.written()).isEmpty();
        assertThat(Stream.of("", "1 2", "-1 0 0", "9999999 0 0", "a b c").map(PredictionScore::read))
                .containsOnly(PredictionScore.NONE);
    }

    private boolean hides(String written, NumberId number) {
        return numbers(Covered.read(written)).hides(number);
    }

    private CoveredNumbers numbers(Covered covered) {
        return new CoveredNumbers(session, covered);
    }
}

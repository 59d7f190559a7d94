package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.anyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.Wording;
import org.gatescope.cell.Adjoint;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.explain.Differences;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeTest {
    private static final int SEEDS = 60;
    /** Hints that tell the pass alone. */
    private static final List<String> PASSES = Stream.of("hint.forward", "hint.backward", "hint.update")
            .map(key -> Wording.text("lesson:" + key))
            .toList();

    @ParameterizedTest
    @EnumSource(Example.class)
    void whatIsDrawnChangesANumber(Example example) {
        Session session = example.session().withMistakes(Session.NO_MISTAKES);
        Run right = Run.of(session);
        for (int seed = 0; seed < 5; seed++) {
            Optional<Challenge> drawn = draw(session, seed);
            Mistake hidden = drawn.orElseThrow().hidden();
            assertThat(Differences.of(right, Run.of(session.withMistake(hidden, true))))
                    .isNotEmpty();
            assertThat(draw(session, seed)).isEqualTo(drawn);
        }
    }

    @Test
    void seedsBringManyMistakesInTheEnd() {
        Set<Mistake> drawn = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            drawn.add(drawn(seed).hidden());
        }
        assertThat(drawn).hasSizeGreaterThan(7).doesNotContain(Mistake.GRADIENTS_NOT_ZEROED);
    }

    @Test
    void whatIsOnAlreadyIsNotDrawn() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Mistake first = drawn(seed).hidden();
            Session mistaken = session().withMistake(first, true);
            assertThat(draw(mistaken, seed).orElseThrow().hidden()).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL_SEQUENCE", "SENTENCE", "THREE_SENTENCES"})
    void aWrongGuessIsRefutedByALineThatDoesNotRun(Example example) {
        Session session = example.session();
        for (int seed = 0; seed < 10; seed++) {
            Challenge challenge = draw(session, seed).orElseThrow();
            Set<String> run = backward(session.withMistake(challenge.hidden(), true));
            int refuted = 0;
            for (Mistake guess : EnumSet.complementOf(EnumSet.of(challenge.hidden()))) {
                Optional<String> line = challenge.wouldRun(session, guess);
                line.ifPresent(would -> assertThat(run).as("%s", guess).doesNotContain(would));
                refuted += line.isPresent() ? 1 : 0;
            }
            assertThat(refuted).isGreaterThan(8);
            assertThat(challenge.wouldRun(session, challenge.hidden())).isEmpty();
            assertThat(challenge.answer(session)).isNotEmpty();
        }
    }

    /** What the engine runs backward, in all layers. */
    private static Set<String> backward(Session session) {
        return session.network().layers().stream()
                .flatMap(layer ->
                        Mistakes.adjoints(layer.cell(), session.mistakes().mistakes()).stream())
                .map(Adjoint::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void hintsGoFromThePassToTheLine() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Challenge challenge = drawn(seed);
            assertThat(challenge.hintTexts(session())).isEmpty();
            for (int i = 0; i <= Challenge.MOST_HINTS; i++) {
                challenge = challenge.withHint();
            }
            List<String> hints = challenge.hintTexts(session());
            assertThat(hints).hasSize(Challenge.MOST_HINTS);
            assertThat(hints.getFirst()).isIn(PASSES);
            assertThat(hints.getLast()).is(anyOf(saying("lesson:hint.line"), saying("lesson:hint.added")));
        }
    }

    private static Session session() {
        return Example.SMALL_SEQUENCE.session();
    }

    private static Optional<Challenge> draw(Session session, long seed) {
        return Challenge.draw(session, Run.of(session.withMistakes(Session.NO_MISTAKES)), seed, Progress.NONE);
    }

    private static Challenge drawn(int seed) {
        return draw(session(), seed).orElseThrow();
    }
}

package org.gatescope.session.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.engine.mistakes.Change;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Example;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeTest {
    private static final int SEEDS = 60;

    @ParameterizedTest
    @EnumSource(Example.class)
    void whatIsDrawnChangesANumber(Example example) {
        Session session = example.session().withMistakes(Session.NO_MISTAKES);
        Run right = Run.of(session);
        for (int seed = 0; seed < 5; seed++) {
            Optional<Challenge> drawn = Challenge.draw(session, seed);
            drawn.ifPresent(challenge -> assertThat(
                            Differences.of(right, Run.of(session.withMistake(challenge.hidden(), true))))
                    .isNotEmpty());
            assertThat(Challenge.draw(session, seed)).isEqualTo(drawn);
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
    void aWrongGuessIsRefutedByALineThatDoesNotRun() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Challenge challenge = drawn(seed);
            List<String> running =
                    challenge.answer(session()).stream().map(Change::after).toList();
            assertThat(running).as("%s", challenge.hidden()).isNotEmpty();
            for (Mistake guess : EnumSet.complementOf(EnumSet.of(challenge.hidden()))) {
                challenge
                        .wouldRun(session(), guess)
                        .ifPresent(line -> assertThat(running).doesNotContain(line));
            }
            long refuted = EnumSet.allOf(Mistake.class).stream()
                    .filter(guess -> challenge.wouldRun(session(), guess).isPresent())
                    .count();
            assertThat(refuted).isGreaterThan(10);
            assertThat(challenge.wouldRun(session(), challenge.hidden())).isEmpty();
        }
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
            assertThat(hints.getFirst()).contains("pass");
            assertThat(hints.getLast()).startsWith("The right");
        }
    }

    private static Session session() {
        return Example.SMALL_SEQUENCE.session();
    }

    private static Challenge drawn(int seed) {
        return Challenge.draw(session(), seed).orElseThrow();
    }
}

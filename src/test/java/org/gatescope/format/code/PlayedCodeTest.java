package org.gatescope.format.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** A program follows the playhead, and the playhead a program. */
class PlayedCodeTest {
    private static PlayedCode played(Session session, CodeTarget target) {
        try {
            Run run = Run.of(session);
            return PlayedCode.of(SessionCode.of(run, target), run);
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(PlayedCode played, int line) {
        return played.code().text().lines().toList().get(line).strip();
    }

    private static Moment at(Playhead playhead) {
        return playhead.moment().orElseThrow();
    }

    @Test
    void theLineThatIsLitLeadsBackToWhatIsPlayed() {
        for (Example example : Example.values()) {
            Session session = example.session().withMistakes(Session.NO_MISTAKES);
            Playhead start = Playhead.atStart(Schedule.of(session));
            for (CodeTarget target : List.of(CodeTarget.NUMPY, CodeTarget.JAVASCRIPT)) {
                PlayedCode played = played(session, target);
                assertThat(played.at(start)).isEmpty();
                long length = start.schedule().length();
                for (long place = 1; place <= length; place += 1 + length / 200) {
                    Playhead now = start.at(place);
                    List<Integer> lit = played.at(now);
                    assertThat(lit).as("%s at %d", example, place).isNotEmpty().allMatch(played::isLinked);
                    Moment back = at(played.from(lit.getLast(), now).orElseThrow());
                    assertThat(back.phase()).isEqualTo(at(now).phase());
                    assertThat(back.part()).isEqualTo(at(now).part());
                    assertThat(back.step()).isEqualTo(at(now).step());
                    assertThat(back.operation().quantity())
                            .isEqualTo(at(now).operation().quantity());
                }
            }
        }
    }

    @Test
    void aLineOfSeveralLayersStaysInTheLayerAtThePlayheadOrTakesTheFirst() {
        Session session = Example.THREE_SENTENCES.session();
        PlayedCode played = played(session, CodeTarget.NUMPY);
        Playhead second = Playhead.atStart(Schedule.of(session)).atOperation(Phase.BACKWARD, "1.backward", 2, 3);
        int statement =
                played.at(second.atOperation(Phase.FORWARD, "1.forward", 0, 0)).getFirst();

        Moment stays = at(played.from(statement, second).orElseThrow());
        assertThat(stays.part()).isEqualTo("1.backward");
        assertThat(stays.phase()).isEqualTo(Phase.FORWARD);
        assertThat(stays.step()).isEqualTo(2);

        Playhead third = second.atOperation(Phase.FORWARD, "2.forward", 1, 0);
        assertThat(at(played.from(statement, third).orElseThrow()).part()).isEqualTo("1.forward");
        assertThat(played.from(0, third)).as("the title").isEmpty();
    }

    @Test
    void whereALibraryGoesBackwardTheStatementIsLitAndTheCallStartsThePhase() {
        Session session = Example.THREE_SENTENCES.session();
        PlayedCode played = played(session, CodeTarget.PYTORCH);
        Schedule schedule = Schedule.of(session);
        Playhead cell = Playhead.atEnd(schedule).atOperation(Phase.BACKWARD, "0.backward", 3, 4); // d.f += d.c' * c
        assertThat(played.at(cell)).singleElement().satisfies(lit -> {
            assertThat(line(played, lit)).startsWith("c_new = ");
            assertThat(at(played.from(lit, cell).orElseThrow()).phase()).isEqualTo(Phase.FORWARD);
        });
        int call = played.code().text().lines().map(String::strip).toList().indexOf("total.backward()");
        assertThat(played.from(call, cell).orElseThrow().position()).isEqualTo(schedule.start(Phase.BACKWARD) + 1);
    }

    @Test
    void theCallOfAModuleStandsForAWholeStep() {
        Session session = Example.AGREEMENT.session();
        PlayedCode played = played(session, CodeTarget.PYTORCH);
        Playhead within = Playhead.atStart(Schedule.of(session)).atOperation(Phase.FORWARD, "0.forward", 3, 4);
        List<Integer> lit = played.at(within);
        assertThat(lit)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line(played, line)).contains("module("));
        Moment end = at(played.from(lit.getFirst(), within).orElseThrow());
        assertThat(end.step()).isEqualTo(3);
        assertThat(end.operation().quantity()).isEqualTo("h'");
        assertThat(played.at(within.atOperation(Phase.BACKWARD, "0.forward", 1, 7)))
                .isEqualTo(lit);
    }

    @Test
    void aMistakenLineIsNoneOfTheProgramAndTheOthersKeepTheirPlaces() {
        Session right = Example.AGREEMENT.session();
        PlayedCode without = played(right, CodeTarget.NUMPY);
        for (Mistake mistake : EnumSet.allOf(Mistake.class)) {
            Session session = right.withMistake(mistake, true);
            PlayedCode played = played(session, CodeTarget.NUMPY);
            assertThat(played.code().links()).hasSameSizeAs(without.code().links());
            Playhead start = Playhead.atStart(Schedule.of(session));
            int operations =
                    start.schedule().operations(Phase.BACKWARD, "0.forward").size();
            for (int operation = 0; operation < operations; operation++) {
                Playhead now = start.atOperation(Phase.BACKWARD, "0.forward", 2, operation);
                for (int lit : played.at(now)) {
                    assertThat(played.from(lit, now).map(Playhead::position)).hasValue(now.position());
                }
            }
        }
    }
}

package org.gatescope.format.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which lines of a program stand for what. */
class CodeLinkTest {
    private static SessionCode code(Example example, CodeTarget target) {
        try {
            return SessionCode.of(Run.of(example.session()), target);
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(SessionCode code, Phase phase, String part, int line) {
        List<String> lines = code.text().lines().toList();
        return code.links().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(link -> link.phase() == phase
                                && link.parts().contains(part)
                                && (link.line() == line || link.line() == CodeLink.WHOLE)))
                .map(entry -> lines.get(entry.getKey()).strip())
                .toList();
    }

    @Test
    void aStatementIsOneLineAndAnAdjointLineAnother() {
        SessionCode code = code(Example.AGREEMENT, CodeTarget.NUMPY);
        assertThat(lines(code, Phase.FORWARD, "0.forward", 8)).containsExactly("c_new = f * c + i * g  # (N, H)");
        assertThat(lines(code, Phase.BACKWARD, "0.forward", 4)).containsExactly("d_f = d_c_new * c");
        assertThat(lines(code, Phase.LOSS, "dense", 0)).containsExactly("z = h @ W + b");
        assertThat(lines(code, Phase.LOSS, "dense.total", 0))
                .containsExactly("return np.sum(np.where(WEIGHTS == 0, 0, WEIGHTS * loss))");
        assertThat(lines(code, Phase.BACKWARD, "dense", 2)).containsExactly("d_W = h.T @ d_z");
    }

    @Test
    void whereALibraryGoesBackwardAnAdjointLineIsThatOfTheStatementItComesOf() {
        SessionCode code = code(Example.AGREEMENT, CodeTarget.PYTORCH);
        assertThat(lines(code, Phase.BACKWARD, "0.forward", 4)) // d.f += d.c' * c
                .containsExactly(lines(code, Phase.FORWARD, "0.forward", 8).toArray(String[]::new));
        assertThat(code.links().values())
                .as("total.backward()")
                .contains(List.of(new CodeLink(Phase.BACKWARD, List.of(), CodeLink.WHOLE)));
    }

    @Test
    void aLineStandsForAllDirectionsAndLayersThatHaveTheCell() {
        SessionCode code = code(Example.THREE_SENTENCES, CodeTarget.JAVASCRIPT);
        assertThat(code.links().values().stream().flatMap(List::stream))
                .filteredOn(link -> link.phase() == Phase.FORWARD && link.line() == 0)
                .extracting(CodeLink::parts)
                .contains(List.of("0.forward", "0.backward"), List.of("1.forward", "1.backward"), List.of("2.forward"));
    }

    @ParameterizedTest
    @EnumSource(CodeTarget.class)
    void whateverIsPlayedForwardHasALine(CodeTarget target) {
        for (Example example : Example.values()) {
            Run run = Run.of(example.session());
            Schedule schedule = Schedule.of(run.right().session());
            SessionCode code = code(example, target);
            assertThat(code.text()).doesNotContain("\uE000", "\uE001", "%@");
            for (int index = 0; index < schedule.passes(); index++) {
                var pass = schedule.pass(index);
                long lines = pass.operations().stream()
                        .filter(operation -> operation.completes())
                        .count();
                for (int line = 0; pass.phase() != Phase.BACKWARD && line < lines; line++) {
                    assertThat(lines(code, pass.phase(), pass.part(), line))
                            .as("%s: %s of %s", example, line, pass.part())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void whateverIsPlayedBackwardHasALineWhereItIsByHand() {
        for (CodeTarget target : List.of(CodeTarget.NUMPY, CodeTarget.JAVASCRIPT, CodeTarget.JAVA)) {
            for (Example example : Example.values()) {
                SessionCode code = code(example, target);
                Schedule schedule =
                        Schedule.of(Run.of(example.session()).right().session());
                for (int index = 0; index < schedule.passes(); index++) {
                    var pass = schedule.pass(index);
                    for (int line = 0;
                            pass.phase() == Phase.BACKWARD
                                    && line < pass.operations().size();
                            line++) {
                        assertThat(lines(code, pass.phase(), pass.part(), line))
                                .as("%s: %s of %s", example, line, pass.part())
                                .isNotEmpty();
                    }
                }
            }
        }
    }
}

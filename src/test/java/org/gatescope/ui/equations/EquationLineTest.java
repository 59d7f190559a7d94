package org.gatescope.ui.equations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Operation;
import org.gatescope.engine.Layer;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Example;
import org.gatescope.reference.RandomCells;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Reshape;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.ui.equations.EquationLine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EquationLineTest {
    static Stream<Session> sessions() {
        Session small = Example.SMALL_SEQUENCE.session();
        Stream<Session> ofCells = Stream.concat(
                        BuiltInCells.names().stream().map(BuiltInCells::cell),
                        Stream.of(3L, 8L, 21L).map(seed -> Cell.parse(RandomCells.text(seed))))
                .map(cell -> withCell(small, cell));
        return Stream.concat(
                ofCells,
                Stream.of(
                        Example.of("three-sentences").orElseThrow().session(),
                        withCell(small, BuiltInCells.cell("lstm")).withMistake(Mistake.LAST_GRADIENT_KEPT, true)));
    }

    private static Session withCell(Session session, Cell cell) {
        return Reshape.withLayer(session, 0, new Layer(cell, 4, Layer.Directions.FORWARD))
                .change()
                .session();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void atEachOperationOneLineOfItsPartIsLitAndThoseBeforeItAreDone(Session session) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        Run run = workbench.shown().get().run();
        String part = "";
        Phase phase = Phase.FORWARD;
        List<EquationLine> lines = List.of();
        for (Playhead at = workbench.shown().get().playhead().toStart().next(); !at.isAtEnd(); at = at.next()) {
            Playhead.Moment moment = at.moment().orElseThrow();
            if (!part.equals(moment.part()) || phase != moment.phase()) {
                part = moment.part();
                phase = moment.phase();
                lines = EquationLine.of(run, phase, part);
            }
            Playhead now = at;
            List<EquationLine> lit =
                    lines.stream().filter(line -> line.lit(now) >= 0).toList();

            assertThat(lit).hasSize(1);
            Operation inPlay =
                    lit.getFirst().played().operations().get(lit.getFirst().lit(now));
            assertThat(inPlay).isEqualTo(moment.operation());
            int place = lines.indexOf(lit.getFirst());
            assertThat(lines.subList(0, place)).allMatch(line -> line.progress(now) == Progress.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void choosingALineLightsItAtTheStepThatIsShown(Session session) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        Run run = workbench.shown().get().run();
        Playhead start = workbench.shown().get().playhead().toStart();
        for (Phase phase : List.of(Phase.FORWARD, Phase.BACKWARD)) {
            Playhead shown = start.atStep(phase, "0.forward", Math.min(1, session.steps() - 1));
            for (EquationLine line : EquationLine.of(run, phase, "0.forward")) {
                Playhead there = line.playedAt(shown);

                assertThat(there.step()).isEqualTo(shown.step());
                assertThat(line.lit(there)).isEqualTo(line.played().operations().size() - 1);
            }
        }
    }

    @Test
    void shapesHaveTheRunsSizes() {
        Session session = Example.of("three-sentences").orElseThrow().session();
        Run run = new Workbench(session, Runnable::run, Runnable::run)
                .shown()
                .get()
                .run();
        int batch = session.batch();
        int hidden = session.network().layers().getFirst().hidden();
        int inputs = session.network().inputs();

        assertThat(shape(EquationLine.of(run, Phase.BACKWARD, ReadOut.KEY), "d.W"))
                .isEqualTo("(" + session.network().width() + " × " + inputs + ")");
        assertThat(EquationLine.of(run, Phase.FORWARD, "0.forward").getFirst().shape())
                .isEqualTo("(" + batch + " × " + hidden + ")");
        assertThat(shape(EquationLine.of(run, Phase.LOSS, ReadOut.KEY), "L")).isEqualTo("(1)");
    }

    private static String shape(List<EquationLine> lines, String quantity) {
        return lines.stream()
                .filter(line -> line.played().quantity().equals(quantity))
                .findFirst()
                .orElseThrow()
                .shape();
    }

    @Test
    void whatIsNotThereHasNoLines() {
        Run run = new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run)
                .shown()
                .get()
                .run();

        assertThat(EquationLine.of(run, Phase.LOSS, ReadOut.KEY)).isEmpty();
        assertThat(EquationLine.of(run, Phase.FORWARD, "embedding")).isEmpty();
    }
}

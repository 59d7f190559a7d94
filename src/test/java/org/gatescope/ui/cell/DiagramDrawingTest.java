package org.gatescope.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Box;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Hatched;
import org.gatescope.picture.RecordingPen.RoundFramed;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.ui.cell.CellGraph.Node;
import org.gatescope.ui.cell.CellGraph.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is lit, and what is a ghost, at each place of the playhead. */
class DiagramDrawingTest {
    private static final String PART = "0.forward";

    private final Run run = Run.of(Example.SENTENCE.session());
    private final PartDiagram diagram = PartDiagram.of(run.session(), PART);

    @Test
    void oneNodeIsLitAtEachOperationOfTheCell() {
        for (long place = 1; place <= start().schedule().length(); place++) {
            Playhead playhead = start().at(place);
            RecordingPen pen = draw(playhead);
            List<Box> lit = pen.all(RoundFramed.class).stream()
                    .filter(frame -> frame.width() > 2)
                    .map(RoundFramed::box)
                    .toList();
            assertThat(lit).as("at %s", place).hasSize(1);
            OptionalInt node = diagram.lit(playhead);
            assertThat(lit).containsExactly(layout().nodes().get(node.orElseThrow()));
        }
    }

    @Test
    void forwardTheNodeThatMakesTheQuantityIsLit() {
        assertThat(litKeys(start().atOperation(Phase.FORWARD, PART, 2, 0))).isEqualTo("i");
        Playhead product = start().at(place("i * g"));
        assertThat(litKeys(product)).isEqualTo("i * g");
        assertThat(diagram.litWires(product))
                .extracting(wire -> diagram.graph().wires().get(wire).carries().toString())
                .containsExactlyInAnyOrder("i", "g");
    }

    /** The gradient of f comes from the product that uses it, along the wire that carries f. */
    @Test
    void backwardTheUserOfTheQuantityIsLitAndTheWireBackToIt() {
        List<Adjoint> adjoints = BuiltInCells.cell("lstm").adjoints();
        for (int i = 0; i < adjoints.size(); i++) {
            if (adjoints.get(i).toString().equals("d.f += d.c' * c")) {
                Playhead playhead = start().atOperation(Phase.BACKWARD, PART, 3, i);
                assertThat(litKeys(playhead)).isEqualTo("f * c");
                assertThat(diagram.litWires(playhead))
                        .extracting(wire ->
                                diagram.graph().wires().get(wire).carries().toString())
                        .containsExactly("f");
                return;
            }
        }
        throw new AssertionError("no such line");
    }

    @Test
    void whatIsNotComputedYetIsAGhost() {
        int nodes = diagram.graph().nodes().size();
        assertThat(draw(start()).all(Hatched.class)).hasSize(nodes);
        Playhead done = start().atStep(Phase.FORWARD, PART, 0);
        assertThat(draw(done).all(Hatched.class)).isEmpty();
    }

    @Test
    void inTheBackwardPassGradientsAppearAsTheyBecomeWhole() {
        Playhead before = start().at(start().schedule().start(Phase.BACKWARD));
        Playhead after = start().atStep(Phase.BACKWARD, PART, run.session().steps() - 1);
        int whole = 0;
        for (Node node : diagram.graph().nodes()) {
            int step = run.session().steps() - 1;
            assertThat(diagram.hasGradient(before, step, node)).isFalse();
            whole += diagram.hasGradient(after, step, node) ? 1 : 0;
        }
        // x, h, c, h', c' twice each as node and end, f, i, g, o
        assertThat(whole).isEqualTo(11);
        for (Wire wire : diagram.graph().wires()) {
            assertThat(diagram.hasPassed(after, run.session().steps() - 1, wire))
                    .as(wire.toString())
                    .isTrue();
        }
    }

    static Stream<String> cells() {
        return BuiltInCells.names().stream();
    }

    /** Each operation, forward and back, happens somewhere. */
    @ParameterizedTest
    @MethodSource("cells")
    void everyOperationOfEveryBuiltInCellHasItsNode(String name) {
        Cell cell = BuiltInCells.cell(name);
        Session session = Session.zeros(name, cell, 1, 2, 2, 3);
        PartDiagram drawn = PartDiagram.of(session, PART);
        Playhead start = Playhead.atStart(Schedule.of(session));
        for (long place = 1; place <= start.schedule().length(); place++) {
            assertThat(drawn.lit(start.at(place))).as("%s at %s", name, place).isPresent();
        }
    }

    private Playhead start() {
        return Playhead.atStart(Schedule.of(run.session()));
    }

    private long place(String node) {
        for (long place = 1; ; place++) {
            if (start().at(place)
                    .moment()
                    .orElseThrow()
                    .operation()
                    .node()
                    .toString()
                    .equals(node)) {
                return place;
            }
        }
    }

    private String litKeys(Playhead playhead) {
        return diagram.graph().node(diagram.lit(playhead).orElseThrow()).key();
    }

    private DiagramLayout layout() {
        return CuratedLayout.of(diagram.graph(), "lstm").orElseThrow();
    }

    private RecordingPen draw(Playhead playhead) {
        int step = playhead.step();
        StepNumbers numbers = new StepNumbers(run, PART, step);
        List<NodeNumbers> nodes = NodeNumbers.of(diagram, run, numbers, 0);
        RecordingPen pen = new RecordingPen();
        new DiagramDrawing(diagram, layout(), nodes, playhead, step, 0, DiagramColours.of(false), DiagramMarks.NONE)
                .draw(pen);
        return pen;
    }
}

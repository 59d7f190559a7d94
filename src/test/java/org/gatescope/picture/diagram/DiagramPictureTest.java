package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Box;
import org.gatescope.picture.Golden;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.RecordingPen.Hatched;
import org.gatescope.picture.RecordingPen.RoundFramed;
import org.gatescope.picture.Tones;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.ElkLayout.Flow;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.ui.cell.PartNumbers;
import org.gatescope.ui.cell.SessionDiagram;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is lit, and what is a ghost, at each place of the playhead. */
class DiagramPictureTest {
    private static final String PART = "0.forward";

    private final Run run = Run.of(Example.SENTENCE.session());
    private final PartDiagram diagram = SessionDiagram.of(run.session(), PART);

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
        // x, h, c, h', c' twice each as node and end, f, i, g, o, and three that stand within a line
        assertThat(whole).isEqualTo(14);
        for (Wire wire : diagram.graph().wires()) {
            assertThat(diagram.hasPassed(after, run.session().steps() - 1, wire))
                    .as(wire.toString())
                    .isTrue();
        }
    }

    /** Its gradient is in the line of z with the other sign: {@code -d.h' * n}. */
    @Test
    void whatIsTakenAwayHasItsGradientToo() {
        PartDiagram gru = PartDiagram.of(
                PART,
                Equations.of(BuiltInCells.cell("gru")),
                Phase.FORWARD,
                BuiltInCells.cell("gru").adjoints());
        Node rest = gru.graph().nodes().stream()
                .filter(node -> node.key().equals("1 - z"))
                .findFirst()
                .orElseThrow();
        assertThat(gru.gradients().get(rest.id()).orElseThrow().value()).hasToString("d.h' * n");
    }

    /** What stands within a line has the gradient that is passed down to it; a value would be mistaken for one. */
    @Test
    void inTheBackwardPassNoValueIsShown() {
        int last = run.session().steps() - 1;
        Playhead after = start().atStep(Phase.BACKWARD, PART, last);
        List<NodeNumbers> nodes =
                PartNumbers.of(diagram, run, last).nodes(PartNumbers.scales(diagram, run, 0, Progress.NONE));
        for (String key : List.of("f * c", "i * g")) {
            Node node = node(key);
            assertThat(diagram.hasGradient(after, last, node)).isTrue();
            assertThat(nodes.get(node.id()).gradient().orElseThrow().at(0, 1))
                    .isEqualTo(run.trace().part(PART).gradient("c'").at(last, 0, 1));
        }
        double passedDown = run.trace().part(PART).gradient("h'").at(last, 0, 1)
                * run.trace().part(PART).value("o").at(last, 0, 1);
        assertThat(nodes.get(node("tanh(c')").id()).gradient().orElseThrow().at(0, 1))
                .isEqualTo(passedDown);
    }

    @Test
    void aValveStandsInEachProductWithAGateForwardOnly() {
        Playhead done = start().atStep(Phase.FORWARD, PART, 0);
        DiagramPicture forward = picture(run, diagram, layout(), done, DiagramMarks.NONE);
        Box product = layout().nodes().get(node("f * c").id());
        assertThat(forward.valveAt(product.centreX() + 4, product.bottom() - 10))
                .map(valve -> diagram.graph().node(valve.gate()).key())
                .contains("f");
        Playhead back = start().atStep(Phase.BACKWARD, PART, 0);
        DiagramPicture backward = picture(run, diagram, layout(), back, DiagramMarks.NONE);
        assertThat(backward.valveAt(product.centreX() + 4, product.bottom() - 10))
                .isEmpty();
    }

    private Node node(String key) {
        return diagram.graph().nodes().stream()
                .filter(node -> node.key().equals(key))
                .findFirst()
                .orElseThrow();
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
        PartDiagram drawn = SessionDiagram.of(session, PART);
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
        RecordingPen pen = new RecordingPen();
        picture(run, diagram, layout(), playhead, DiagramMarks.NONE).draw(pen);
        return pen;
    }

    private static DiagramPicture picture(
            Run run, PartDiagram diagram, DiagramLayout layout, Playhead playhead, DiagramMarks marks) {
        List<NodeNumbers> nodes =
                PartNumbers.of(diagram, run, playhead.step()).nodes(PartNumbers.scales(diagram, run, 0, Progress.NONE));
        DiagramColours colours = DiagramColours.of(Tones.LIGHT);
        return new DiagramPicture(
                Sight.fitting(layout, layout.width(), layout.height()),
                diagram,
                layout,
                nodes,
                playhead,
                playhead.step(),
                0,
                colours,
                marks);
    }

    /** A cell of two lines, in a frame of its own. */
    @Nested
    class WhenTiny {
        private static final Cell CELL = Cell.parse("state h\nu = x @ W + b\nh' = tanh(u) * h");

        private DiagramPicture at(UnaryOperator<Playhead> place, DiagramMarks marks, int units) {
            Run small = Run.of(Session.zeros("tiny", CELL, 1, 2, 2, units));
            PartDiagram tiny = SessionDiagram.of(small.session(), PART);
            Playhead start = Playhead.atStart(Schedule.of(small.session()));
            return picture(
                    small, tiny, ElkLayout.of(tiny.graph(), Flow.ACROSS, Progress.NONE), place.apply(start), marks);
        }

        @Test
        void forward() {
            Golden.check("diagram-forward", at(start -> start.at(2), DiagramMarks.NONE, 2));
        }

        @Test
        void backward() {
            DiagramMarks marks = new DiagramMarks(List.of(new Unit(0, 1)), new Unit(1, 0));
            Golden.check(
                    "diagram-backward", at(start -> start.at(start.schedule().length() - 1), marks, 2));
        }

        @Test
        void withoutUnitsNoneIsMarked() {
            DiagramMarks marks = new DiagramMarks(List.of(new Unit(0, 0)), null);
            RecordingPen pen = new RecordingPen();
            at(start -> start.at(2), marks, 0).draw(pen);
            assertThat(pen.all(RoundFramed.class))
                    .noneMatch(frame -> frame.colour().equals(Tones.LIGHT.selection()) && frame.width() < 2);
        }

        @Test
        void manyUnitsAreACurveOfBars() {
            DiagramPicture picture = at(start -> start.at(start.schedule().length() / 2), DiagramMarks.NONE, 500);
            RecordingPen pen = new RecordingPen();
            picture.draw(pen);
            Box strip = picture.strip(0);
            assertThat(pen.all(Filled.class))
                    .isNotEmpty()
                    .allMatch(bar -> bar.box().width() >= 0.99);
            assertThat(pen.all(Filled.class))
                    .as("the line of zero")
                    .anyMatch(bar -> bar.box().width() == strip.width());
        }

        @Test
        void aPointIsAUnitHoweverLargeItIsDrawn() {
            DiagramPicture natural = at(start -> start.at(2), DiagramMarks.NONE, 2);
            Box strip = natural.strip(0);
            Box node = natural.layout().nodes().getFirst();
            Sight larger = new Sight(900, 600, 2, 50, -20);
            DiagramPicture picture = natural.seen(natural.layout(), larger);
            Box seen = picture.place(0).orElseThrow();
            assertThat(seen)
                    .isEqualTo(new Box(50 + 2 * node.x(), 2 * node.y() - 20, 2 * node.width(), 2 * node.height()));
            assertThat(picture.at(50 + 2 * (strip.right() - 1), 2 * strip.centreY() - 20))
                    .contains(new Unit(0, 1));
            assertThat(picture.at(seen.x() + 1, seen.y() + 1)).contains(new Unit(0, 0));
            assertThat(picture.at(0, 0)).isEmpty();
        }
    }
}

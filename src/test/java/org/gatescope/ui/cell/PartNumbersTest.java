package org.gatescope.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Trace;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Family;
import org.gatescope.picture.diagram.CellGraph;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.NodeNumbers;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.number.Table;
import org.gatescope.ui.cell.PartNumbers.NodeScale;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers on a cell's diagram against the trace that the engine made, for every built-in cell. */
@Execution(ExecutionMode.CONCURRENT)
class PartNumbersTest {
    private static final String PART = "0.forward";
    private static final int STEPS = 3;
    private static final int SEQUENCE = 1;

    private record Shown(Run run, PartDiagram diagram, int step, List<NodeNumbers> numbers) {
        Trace trace() {
            return run.trace().part(PART);
        }

        static Shown of(Run run, int step) {
            PartDiagram diagram = SessionDiagram.of(run.session(), PART);
            List<NodeScale> scales = PartNumbers.scales(diagram, run, SEQUENCE, Progress.NONE);
            return new Shown(
                    run, diagram, step, PartNumbers.of(diagram, run, step).nodes(scales));
        }

        @Override
        public String toString() {
            return run.session().title() + " at " + step;
        }
    }

    static Stream<Shown> all() {
        return BuiltInCells.names().stream().flatMap(name -> {
            Run run = Run.of(drawn(name, BuiltInCells.cell(name)));
            return Stream.of(Shown.of(run, 0), Shown.of(run, STEPS - 1));
        });
    }

    private static Session drawn(String name, Cell cell) {
        Session session = Session.zeros(name, cell, 2, STEPS, 2, 3);
        for (String parameter : session.numbers().parameters().keySet()) {
            session = session.edit(
                    new TableId.Parameter(parameter),
                    table -> new Fill.Normal(0.8, parameter.hashCode()).matrix(table.rows(), table.columns()));
        }
        for (int n = 0; n < 2; n++) {
            int seed = n;
            session = session.edit(
                            new TableId.Input(n),
                            table -> new Fill.Normal(1, seed).matrix(table.rows(), table.columns()))
                    .edit(
                            new TableId.Upstream(n),
                            table -> new Fill.Normal(1, 9 + seed).matrix(table.rows(), table.columns()));
        }
        return session;
    }

    @ParameterizedTest
    @MethodSource("all")
    void thereIsOneForEachNode(Shown shown) {
        assertThat(shown.numbers()).hasSameSizeAs(shown.diagram().graph().nodes());
        for (Node node : shown.diagram().graph().nodes()) {
            NodeNumbers numbers = shown.numbers().get(node.id());
            assertThat(numbers.name().isPresent()).isEqualTo(node.value() instanceof Name);
            assertThat(numbers.value().columns()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatHasANameIsWhatTheEngineRecorded(Shown shown) {
        int compared = 0;
        for (NodeNumbers numbers : shown.numbers()) {
            String name = numbers.name().orElse("");
            if (shown.trace().quantities().contains(name)) {
                for (int unit = 0; unit < numbers.value().columns(); unit++) {
                    assertThat(numbers.value().at(SEQUENCE, unit))
                            .as(name)
                            .isEqualTo(shown.trace().value(name).at(shown.step(), SEQUENCE, unit));
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @MethodSource("all")
    void gradientsAreThoseOfTheEngine(Shown shown) {
        int compared = 0;
        for (NodeNumbers numbers : shown.numbers()) {
            String name = numbers.name().orElse("");
            if (numbers.gradient().isPresent() && shown.trace().quantities().contains(name)) {
                Table gradient = numbers.gradient().get();
                for (int unit = 0; unit < gradient.columns(); unit++) {
                    assertThat(gradient.at(SEQUENCE, unit))
                            .as(name)
                            .isEqualTo(shown.trace().gradient(name).at(shown.step(), SEQUENCE, unit));
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    /** A scale holds the numbers of all steps, so that the same colour is the same number at each. */
    @ParameterizedTest
    @MethodSource("all")
    void scalesAreTheSameAtEveryStepAndHoldWhatIsShown(Shown shown) {
        Shown other = Shown.of(shown.run(), STEPS - 1 - shown.step());
        for (int node = 0; node < shown.numbers().size(); node++) {
            NodeNumbers numbers = shown.numbers().get(node);
            assertThat(numbers.scale()).isEqualTo(other.numbers().get(node).scale());
            assertThat(numbers.gradientScale())
                    .isEqualTo(other.numbers().get(node).gradientScale());
            for (int unit = 0; unit < numbers.value().columns(); unit++) {
                assertThat(Math.abs(numbers.value().at(SEQUENCE, unit)))
                        .isLessThanOrEqualTo(numbers.scale().limit());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void gatesAreWhatASigmoidMakesAndTheirMeanIsHowFarTheyAreOpen(Shown shown) {
        for (Node node : shown.diagram().graph().nodes()) {
            NodeNumbers numbers = shown.numbers().get(node.id());
            if (node.symbol().equals("σ")) {
                assertThat(numbers.isGate()).isTrue();
                assertThat(numbers.family()).isEqualTo(Family.GATES);
            }
            double sum = 0;
            for (int unit = 0; unit < numbers.value().columns(); unit++) {
                sum += numbers.value().at(SEQUENCE, unit);
                if (numbers.isGate()) {
                    assertThat(numbers.value().at(SEQUENCE, unit)).isBetween(0.0, 1.0);
                }
            }
            assertThat(numbers.mean(SEQUENCE)).isCloseTo(sum / numbers.value().columns(), within(1e-15));
        }
    }

    /** An end shows what the node that leads to it makes. */
    @ParameterizedTest
    @MethodSource("all")
    void endsShowTheirStates(Shown shown) {
        CellGraph graph = shown.diagram().graph();
        graph.wires().stream()
                .filter(wire -> graph.node(wire.to()).kind() == CellGraph.Kind.EXIT)
                .forEach(wire -> {
                    Table from = shown.numbers().get(wire.from()).value();
                    Table to = shown.numbers().get(wire.to()).value();
                    assertThat(to.columns()).isEqualTo(from.columns());
                    for (int unit = 0; unit < to.columns(); unit++) {
                        assertThat(to.at(SEQUENCE, unit)).isEqualTo(from.at(SEQUENCE, unit));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatHasAGradientHasAnAdjointLine(Shown shown) {
        for (NodeNumbers numbers : shown.numbers().stream()
                .filter(numbers -> numbers.name().isPresent())
                .toList()) {
            boolean hasLine = BuiltInCells.cell(shown.run().session().title()).adjoints().stream()
                    .anyMatch(line -> line.target().equals(numbers.name().get()));
            assertThat(numbers.gradient().isPresent()).isEqualTo(hasLine);
            numbers.name()
                    .ifPresent(name -> assertThat(QuantityName.isGradient(name)).isFalse());
        }
    }
}

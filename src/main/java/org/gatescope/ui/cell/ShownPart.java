package org.gatescope.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CuratedLayout;
import org.gatescope.picture.diagram.DiagramLayout;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.NodeGradient;
import org.gatescope.picture.diagram.NodeNumbers;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.ui.cell.PartNumbers.NodeScale;
import org.gatescope.ui.desk.MarkedNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run with its diagram and one sequence's numbers, wherever the playhead is.
 *
 * @param notation that its names were written in
 * @param steps  the numbers of all nodes, moved from step to step; empty where the part has no equations or no steps
 * @param scales of each node; none until they have been measured, those of other numbers until these have been
 * @param nodes  the numbers by node; none where there are no scales
 */
record ShownPart(
        Run run,
        String part,
        int sequence,
        PartDiagram diagram,
        Convention notation,
        Optional<StepNumbers> steps,
        List<NodeScale> scales,
        List<NodeNumbers> nodes) {
    /** @param before what was shown: other numbers of the same network, as in a training, have the same diagram */
    static ShownPart of(Run run, String part, int sequence, int step, @Nullable ShownPart before) {
        ShownPart same = before != null && before.hasDiagramOf(run.session(), part) ? before : null;
        Convention now = Convention.shown();
        PartDiagram diagram = same == null ? SessionDiagram.of(run.session(), part) : same.diagram;
        if (diagram.graph().nodes().isEmpty() || run.session().steps() == 0) {
            return new ShownPart(run, part, sequence, diagram, now, Optional.empty(), List.of(), List.of());
        }
        StepNumbers numbers = new StepNumbers(run, part, step);
        return new ShownPart(run, part, sequence, diagram, now, Optional.of(numbers), List.of(), List.of())
                .with(same == null ? List.of() : same.scales);
    }

    /** The same numbers on other scales. */
    ShownPart with(List<NodeScale> measured) {
        List<NodeNumbers> numbers =
                measured.isEmpty() ? List.of() : new PartNumbers(diagram, run, steps.orElseThrow()).nodes(measured);
        return new ShownPart(run, part, sequence, diagram, notation, steps, measured, numbers);
    }

    private boolean hasDiagramOf(Session other, String otherPart) {
        Session session = run.session();
        return part.equals(otherPart)
                && session.hasNetworkOf(other)
                && notation.equals(Convention.shown())
                && session.mistakes().mistakes().equals(other.mistakes().mistakes());
    }

    /** Of a cell that comes with the app; empty for others, whose layout takes its time. */
    Optional<DiagramLayout> curated() {
        return run.session()
                .part(part)
                .flatMap(layer -> BuiltInCells.nameOf(layer.layer().cell()))
                .flatMap(name -> CuratedLayout.of(diagram.graph(), name));
    }

    /** The numbers are those of a step from now on. */
    void moveTo(int step) {
        steps.filter(numbers -> numbers.step() != step).ifPresent(numbers -> numbers.show(run, step));
    }

    /** Those marked numbers of a step that a node puts out. */
    List<Unit> units(MarkedNumbers marked, int step) {
        List<Unit> units = new ArrayList<>();
        for (OfStep number : marked.at(part, step)) {
            for (Node node : diagram.graph().nodes()) {
                boolean isGradient = diagram.gradients()
                        .get(node.id())
                        .filter(gradient -> gradient.value().equals(number.node()))
                        .isPresent();
                if (isGradient || node.value().equals(number.node())) {
                    units.add(new Unit(node.id(), number.column()));
                }
            }
        }
        return units;
    }

    /** What a unit shows: its value, or in the backward pass its gradient. */
    Optional<OfStep> number(Unit unit, Playhead playhead) {
        if (unit.node() >= nodes.size()) {
            return Optional.empty();
        }
        Expression value = diagram.graph().node(unit.node()).value();
        Optional<Expression> number = playhead.phase() == Phase.BACKWARD
                ? diagram.gradients().get(unit.node()).map(NodeGradient::value)
                : Optional.of(value);
        return number.map(shown -> new OfStep(part, shown, playhead.step(), sequence, unit.unit()));
    }

    /** The last unit of a node; 0 where it has none. */
    int lastUnit(int node) {
        return Math.max(0, nodes.get(node).value().columns() - 1);
    }
}

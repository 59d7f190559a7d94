package org.gatescope.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Bounds;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.NodeGradient;
import org.gatescope.picture.diagram.NodeNumbers;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * What the nodes of a part's diagram put out in a run.
 *
 * @param numbers of the step that is shown
 */
public record PartNumbers(PartDiagram diagram, Run run, StepNumbers numbers) {
    /** How large a node's numbers are over the whole run: the same colour is the same number at each step. */
    public record NodeScale(Scale value, Scale gradient) {}

    /** At a step of a run. */
    public static PartNumbers of(PartDiagram diagram, Run run, int step) {
        return new PartNumbers(diagram, run, new StepNumbers(run, diagram.part(), step));
    }

    /**
     * Looks at all steps of a sequence, of large matrices at some of them, so that it takes its time. On any thread.
     *
     * @param progress told before each node
     * @return one for each node
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static List<NodeScale> scales(PartDiagram diagram, Run run, int sequence, Progress progress) {
        PartNumbers all = of(diagram, run, 0);
        Limits limits = new Limits(run, diagram.part(), all.numbers(), sequence);
        List<NodeScale> scales = new ArrayList<>();
        for (Node node : diagram.graph().nodes()) {
            progress.report(scales.size(), diagram.graph().nodes().size());
            Optional<String> name = name(node);
            double gradient = all.gradient(node)
                    .map(table -> limits.ofGradient(all.gradientOf(node), table))
                    .orElse(0.0);
            scales.add(new NodeScale(
                    all.isGate(node.value())
                            ? Scale.unit()
                            : Scale.diverging(limits.ofValue(name, all.numbers().of(node.value()))),
                    Scale.diverging(gradient)));
        }
        return List.copyOf(scales);
    }

    /**
     * One for each node.
     *
     * @param scales of each node
     */
    public List<NodeNumbers> nodes(List<NodeScale> scales) {
        return diagram.graph().nodes().stream()
                .map(node -> of(node, scales.get(node.id())))
                .toList();
    }

    private NodeNumbers of(Node node, NodeScale scale) {
        return new NodeNumbers(
                name(node),
                numbers.of(node.value()),
                scale.value(),
                isGate(node.value()) ? Family.GATES : Family.VALUES,
                gradient(node),
                scale.gradient());
    }

    private static Optional<String> name(Node node) {
        return node.value() instanceof Name(String text) ? Optional.of(text) : Optional.empty();
    }

    private Optional<Table> gradient(Node node) {
        return diagram.gradients().get(node.id()).map(gradient -> numbers.of(gradient.value()));
    }

    /** The quantity whose gradient is the node's. */
    private Optional<String> gradientOf(Node node) {
        return diagram.gradients()
                .get(node.id())
                .filter(gradient -> gradient.value() instanceof Name)
                .map(NodeGradient::quantity);
    }

    /** What a gate leaves over is one as well, {@code 1 - z}, and one that has no name: {@code sigmoid(s - 1)}. */
    private boolean isGate(Expression value) {
        return run.session()
                .part(diagram.part())
                .map(layer -> Bounds.of(value, Bounds.of(layer.layer().cell())).isGate())
                .orElse(false);
    }
}

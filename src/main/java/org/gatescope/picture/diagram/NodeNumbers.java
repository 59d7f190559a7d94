package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Bounds;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * The numbers that a node puts out, of all sequences at the step that is shown.
 *
 * @param name     of the quantity; empty for what has none
 * @param scale    of the values over the whole run
 * @param gradient of the loss with respect to it; empty where none is recorded
 */
public record NodeNumbers(
        Optional<String> name, Table value, Scale scale, Family family, Optional<Table> gradient, Scale gradientScale) {

    /**
     * One for each node.
     *
     * @param numbers is moved through all steps, and back
     */
    public static List<NodeNumbers> of(PartDiagram diagram, Run run, StepNumbers numbers, int sequence) {
        int shown = numbers.step();
        List<NodeNumbers> all = new ArrayList<>();
        for (Node node : diagram.graph().nodes()) {
            all.add(of(diagram, run, numbers, sequence, node));
        }
        numbers.show(run, shown);
        return List.copyOf(all);
    }

    private static NodeNumbers of(PartDiagram diagram, Run run, StepNumbers numbers, int sequence, Node node) {
        Optional<String> name = node.value() instanceof Name(String text) ? Optional.of(text) : Optional.empty();
        Table value = numbers.of(node.value());
        boolean isGate = name.map(quantity -> isGate(run.session(), diagram.part(), quantity))
                .orElse(false);
        Optional<Table> gradient = name.filter(quantity -> diagram.adjoints().stream()
                        .anyMatch(line -> line.target().equals(quantity)))
                .map(quantity -> numbers.of(new Name(Cell.gradient(quantity))));
        Limits limits = new Limits(run, diagram.part(), numbers, sequence);
        return new NodeNumbers(
                name,
                value,
                isGate ? Scale.unit() : Scale.diverging(limits.ofValue(name, value)),
                isGate ? Family.GATES : Family.VALUES,
                gradient,
                Scale.diverging(
                        gradient.map(table -> limits.ofGradient(name, table)).orElse(0.0)));
    }

    private static boolean isGate(Session session, String part, String quantity) {
        return session.part(part)
                .map(layer -> Bounds.of(layer.layer().cell())
                        .getOrDefault(quantity, Bounds.NONE)
                        .isGate())
                .orElse(false);
    }

    /** The mean of a sequence's values: how far a gate is open. */
    public double mean(int sequence) {
        double sum = 0;
        for (int unit = 0; unit < value.columns(); unit++) {
            sum += value.at(sequence, unit);
        }
        return sum / Math.max(1, value.columns());
    }

    /** Whether its values never leave [0, 1]. */
    public boolean isGate() {
        return family == Family.GATES;
    }
}

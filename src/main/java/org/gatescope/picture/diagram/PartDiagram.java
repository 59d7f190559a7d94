package org.gatescope.picture.diagram;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Operation;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The diagram of a part of a network, and which of its nodes and wires each operation of playback is about.
 *
 * @param phase      in which its values are computed
 * @param statements by name
 * @param completes  by node, the place of its last operation within the step; −1 for what no operation makes
 * @param gradients  by node, what the backward pass has as the gradient with respect to its value
 */
public record PartDiagram(
        String part,
        CellGraph graph,
        Phase phase,
        Map<String, Expression> statements,
        List<Adjoint> adjoints,
        int[] completes,
        List<Optional<NodeGradient>> gradients) {

    /**
     * Of a part's equations; without nodes where there are none.
     *
     * @param part     its key
     * @param phase    in which its values are computed
     * @param adjoints the lines of its backward pass, in their order
     */
    public static PartDiagram of(String part, Equations equations, Phase phase, List<Adjoint> adjoints) {
        CellGraph graph = GraphBuilder.of(equations);
        List<Operation> operations = Operation.forward(equations.statements());
        int[] completes = new int[graph.nodes().size()];
        Arrays.fill(completes, -1);
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            int place = i;
            graph.nodeOf(operation.quantity(), operation.node()).ifPresent(node -> completes[node] = place);
        }
        return new PartDiagram(
                part,
                graph,
                phase,
                equations.statements().stream().collect(Collectors.toMap(Assignment::name, Assignment::expression)),
                adjoints,
                completes,
                NodeGradient.of(graph, equations.statements(), adjoints));
    }

    /** The node that the operation at the playhead is about; empty while that is in another part. */
    public OptionalInt lit(Playhead playhead) {
        Moment moment = playhead.moment().filter(now -> now.part().equals(part)).orElse(null);
        if (moment == null) {
            return OptionalInt.empty();
        }
        if (moment.phase() != Phase.BACKWARD) {
            return graph.nodeOf(
                    moment.operation().quantity(), moment.operation().node());
        }
        Adjoint line = line(playhead, moment);
        return line == null ? OptionalInt.empty() : user(line);
    }

    /** The adjoint line at the playhead; null where there is none. */
    private @Nullable Adjoint line(Playhead playhead, Moment moment) {
        int done = playhead.done(Phase.BACKWARD, part, moment.step());
        return done >= 1 && done <= adjoints.size() ? adjoints.get(done - 1) : null;
    }

    /** The node that hands a gradient on: the one that used the target, or the end where a state goes on. */
    private OptionalInt user(Adjoint line) {
        if (line.kind() == Adjoint.Kind.ARRIVAL) {
            return exit(line.target());
        }
        Set<Integer> within = graph.nodesOf(line.source());
        Optional<Wire> used = graph.wires().stream()
                .filter(wire -> within.contains(wire.to()) && wire.carries().equals(new Name(line.target())))
                .findFirst();
        if (used.isPresent()) {
            return OptionalInt.of(used.get().to());
        }
        Expression statement = statements.get(line.source());
        return statement == null ? OptionalInt.empty() : graph.nodeOf(line.source(), statement);
    }

    private OptionalInt exit(String quantity) {
        return graph.nodes().stream()
                .filter(node -> node.kind() == Kind.EXIT && node.key().equals(Kind.EXIT.key(quantity)))
                .mapToInt(Node::id)
                .findFirst();
    }

    /** The wires that the operation at the playhead is about: what its node takes, or where its gradient goes. */
    Set<Integer> litWires(Playhead playhead) {
        OptionalInt node = lit(playhead);
        Set<Integer> wires = new HashSet<>();
        if (node.isEmpty()) {
            return wires;
        }
        Moment moment = playhead.moment().orElseThrow();
        Adjoint line = moment.phase() == Phase.BACKWARD ? line(playhead, moment) : null;
        for (int i = 0; i < graph.wires().size(); i++) {
            Wire wire = graph.wires().get(i);
            boolean carriesTarget = line == null || wire.carries().equals(new Name(line.target())) || isInner(wire);
            if (wire.to() == node.getAsInt() && carriesTarget) {
                wires.add(i);
            }
        }
        return wires;
    }

    private static boolean isInner(Wire wire) {
        return !(wire.carries() instanceof Name);
    }

    /** Whether a node's value is there at the playhead. */
    public boolean hasValue(Playhead playhead, int step, Node node) {
        if (node.kind() == Kind.ENTRY) {
            return playhead.done(phase, part, step) > 0 || isThere(playhead, node, step);
        }
        if (node.kind() == Kind.EXIT) {
            return isThere(playhead, node, step);
        }
        return playhead.done(phase, part, step) > completes[node.id()];
    }

    private boolean isThere(Playhead playhead, Node node, int step) {
        return node.value() instanceof Name(String name)
                && playhead.computedValues(part, name).contains(step);
    }

    /** Whether the whole gradient with respect to a node's value is there; never where the backward pass has none. */
    public boolean hasGradient(Playhead playhead, int step, Node node) {
        return gradients
                .get(node.id())
                .filter(gradient -> playhead.computedGradients(part, Cell.gradient(gradient.quantity()))
                        .contains(step))
                .isPresent();
    }

    /** Whether the gradient has run back along a wire. */
    public boolean hasPassed(Playhead playhead, int step, Wire wire) {
        int done = Math.min(playhead.done(Phase.BACKWARD, part, step), adjoints.size());
        return adjoints.subList(0, done).stream().anyMatch(line -> passes(line, wire));
    }

    /** A wire within a statement is passed with the statement's first line. */
    private boolean passes(Adjoint line, Wire wire) {
        boolean isTarget = isInner(wire) || wire.carries().equals(new Name(line.target()));
        boolean isArrival = line.kind() == Adjoint.Kind.ARRIVAL;
        return isTarget
                && (isArrival
                        ? exit(line.target()).stream().anyMatch(end -> end == wire.to())
                        : graph.nodesOf(line.source()).contains(wire.to()));
    }
}

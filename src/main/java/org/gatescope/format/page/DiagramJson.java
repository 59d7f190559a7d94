package org.gatescope.format.page;

import java.util.function.Predicate;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Schedule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The nodes and wires of a diagram, and which of a step's operations each is about. */
record DiagramJson(PartDiagram diagram, Schedule schedule, ExpressionJson expressions) {
    /** {@code done}: operations forward after which a node's value is there; {@code back}: the same of its gradient. */
    ObjectNode node() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = json.putArray("nodes");
        for (Node node : diagram.graph().nodes()) {
            ObjectNode own = nodes.addObject().put("id", node.id());
            own.set("expression", expressions.of(node.value()));
            own.put("done", first(diagram.phase(), at -> diagram.hasValue(at, step(diagram.phase()), node)));
            diagram.gradients().get(node.id()).ifPresent(gradient -> {
                own.set("gradient", expressions.of(gradient.value()));
                own.put("back", first(Phase.BACKWARD, at -> diagram.hasGradient(at, step(Phase.BACKWARD), node)));
            });
        }
        ArrayNode wires = json.putArray("wires");
        for (Wire wire : diagram.graph().wires()) {
            wires.addObject()
                    .put("from", wire.from())
                    .put("to", wire.to())
                    .put("back", first(Phase.BACKWARD, at -> diagram.hasPassed(at, step(Phase.BACKWARD), wire)));
        }
        return json;
    }

    /** The node that an operation lights; −1 for none. @param operation from 0 */
    int lit(Phase phase, int operation) {
        return diagram.lit(at(phase, operation)).orElse(-1);
    }

    /** How many of a step's operations are done when something first holds; −1 if it never does. */
    private int first(Phase phase, Predicate<Playhead> holds) {
        for (int operation = 0;
                operation < schedule.operations(phase, diagram.part()).size();
                operation++) {
            if (holds.test(at(phase, operation))) {
                return operation + 1;
            }
        }
        return -1;
    }

    private Playhead at(Phase phase, int operation) {
        return Playhead.atStart(schedule).atOperation(phase, diagram.part(), step(phase), operation);
    }

    /** The first that is played. */
    private int step(Phase phase) {
        return schedule.step(phase, diagram.part(), 0);
    }
}

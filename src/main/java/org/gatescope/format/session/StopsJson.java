package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.CellException;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.format.FormatException;
import org.gatescope.session.Phase;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Watch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Breakpoints and watches in a file; conditions and expressions as they were typed. */
final class StopsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ON = "on";
    private static final String ENABLED = "enabled";

    private StopsJson() {}

    static ArrayNode written(List<Breakpoint> breakpoints) {
        ArrayNode list = NODES.arrayNode();
        breakpoints.forEach(breakpoint -> list.add(written(breakpoint).put(ENABLED, breakpoint.enabled())));
        return list;
    }

    private static ObjectNode written(Breakpoint breakpoint) {
        ObjectNode node = NODES.objectNode();
        return switch (breakpoint) {
            case OnOperation(Phase phase, String part, String quantity, boolean enabled) ->
                node.put(ON, "operation")
                        .put("phase", Members.word(phase))
                        .put("part", part)
                        .put("quantity", quantity);
            case OnStep(int step, boolean enabled) -> node.put(ON, "step").put("step", step);
            case OnCondition condition -> node.put(ON, "condition").put("text", condition.text());
            case OnNonFinite any -> node.put(ON, "not-finite");
        };
    }

    static ArrayNode writtenWatches(List<Watch> watches) {
        ArrayNode list = NODES.arrayNode();
        watches.forEach(watch -> list.addObject()
                .put("part", watch.part())
                .put("text", watch.measure().text()));
        return list;
    }

    static List<Breakpoint> read(List<Members> nodes) throws FormatException {
        List<Breakpoint> breakpoints = new ArrayList<>();
        for (Members node : nodes) {
            breakpoints.add(read(node).enabled(node.flag(ENABLED)));
            node.end();
        }
        return breakpoints;
    }

    private static Breakpoint read(Members node) throws FormatException {
        String on = node.text(ON);
        return switch (on) {
            case "operation" ->
                new OnOperation(node.choice("phase", Phase.class), node.text("part"), node.text("quantity"), true);
            case "step" -> new OnStep(node.whole("step", 0, Integer.MAX_VALUE), true);
            case "condition" -> condition(node);
            case "not-finite" -> new OnNonFinite(true);
            default -> throw node.unknown(ON, "operation", "step", "condition", "not-finite");
        };
    }

    private static Breakpoint condition(Members node) throws FormatException {
        try {
            return OnCondition.of(node.text("text"));
        } catch (CellException e) {
            throw Members.refused("typed", node.place("text"), e.column(), e.problem());
        }
    }

    static List<Watch> readWatches(List<Members> nodes) throws FormatException {
        List<Watch> watches = new ArrayList<>();
        for (Members node : nodes) {
            try {
                watches.add(new Watch(node.text("part"), WatchedExpression.parse(node.text("text"))));
            } catch (CellException e) {
                throw Members.refused("typed", node.place("text"), e.column(), e.problem());
            }
            node.end();
        }
        return watches;
    }
}

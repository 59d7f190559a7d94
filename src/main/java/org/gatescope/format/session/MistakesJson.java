package org.gatescope.format.session;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.StepUpdate;
import org.gatescope.format.FormatException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Mistakes that are made on purpose, in a file, with what gradients they have kept from updates before. */
final class MistakesJson {
    private static final String LEFT = "gradientsLeft";

    private MistakesJson() {}

    static ObjectNode written(MistakenRun run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode on = node.putArray("on");
        run.mistakes().stream().sorted().forEach(mistake -> on.add(mistake.id()));
        node.set("stepRate", NumberJson.written(run.update().learningRate()));
        node.put("averaged", run.update().averaged());
        if (!run.gradientsLeft().isEmpty()) {
            node.set(LEFT, NumbersJson.named(run.gradientsLeft()));
        }
        return node;
    }

    static MistakenRun read(Members mistakes, Network network) throws FormatException {
        Set<Mistake> on = EnumSet.noneOf(Mistake.class);
        for (String id : mistakes.texts("on")) {
            on.add(Mistake.of(id).orElseThrow(() -> Members.refused("mistake", Members.excerpt(id))));
        }
        StepUpdate update = new StepUpdate(mistakes.number("stepRate"), mistakes.flag("averaged"));
        Map<String, Matrix> left =
                mistakes.has(LEFT) ? NumbersJson.named(mistakes.object(LEFT), sizes(mistakes, network)) : Map.of();
        mistakes.end();
        return new MistakenRun(on, update, left);
    }

    /** Of those parameters that the file names. */
    private static Map<String, int[]> sizes(Members mistakes, Network network) throws FormatException {
        Map<String, int[]> sizes = new HashMap<>(network.parameters());
        sizes.keySet().retainAll(mistakes.object(LEFT).all().keySet());
        return sizes;
    }
}

package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.StepMask;
import org.gatescope.format.FormatException;
import org.gatescope.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A session's numbers in a file, but for its objective: parameters, input, lengths, states, gradients from above. */
final class NumbersJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String HELD_OUTPUT = "heldOutput";

    private NumbersJson() {}

    static void write(Session session, ObjectNode into) {
        NetworkInputs numbers = session.numbers();
        into.put("steps", session.steps());
        ArrayNode lengths = into.putArray("lengths");
        numbers.lengths().forEach(lengths::add);
        if (numbers.mask().skipsAny()) {
            into.set("skipped", skipped(numbers.mask()));
        }
        if (numbers.mask().output() != HeldOutput.KEPT) {
            into.put(HELD_OUTPUT, Members.word(numbers.mask().output()));
        }
        if (!numbers.dropout().factors().isEmpty()) {
            into.set("dropout", DropoutJson.written(numbers.dropout(), session.network(), session.batch()));
        }
        TruncationJson.write(numbers.truncation(), into);
        into.set(
                "parameters",
                named(numbers.parameters(), session.network().parameters().keySet()));
        into.set("input", TableJson.overTime(numbers.input(), session.batch()));
        into.set("initialState", named(numbers.initialState()));
        into.set("upstream", TableJson.overTime(numbers.upstream(), session.batch()));
        into.set("finalGradient", named(numbers.finalState()));
    }

    /** Of each sequence the steps that it skips. */
    private static ArrayNode skipped(StepMask mask) {
        ArrayNode sequences = NODES.arrayNode();
        for (int n = 0; n < mask.lengths().size(); n++) {
            ArrayNode steps = sequences.addArray();
            for (int t = 0; t < mask.lengths().get(n); t++) {
                if (mask.isSkipped(n, t)) {
                    steps.add(t);
                }
            }
        }
        return sequences;
    }

    static ObjectNode named(Map<String, Matrix> tables) {
        return named(tables, new TreeMap<>(tables).keySet());
    }

    private static ObjectNode named(Map<String, Matrix> tables, Iterable<String> order) {
        ObjectNode node = NODES.objectNode();
        order.forEach(name ->
                Optional.ofNullable(tables.get(name)).ifPresent(table -> node.set(name, TableJson.written(table))));
        return node;
    }

    /** @param shares of the memory for sessions, of which this may take one */
    static NetworkInputs read(Members file, Network network, int shares) throws FormatException {
        int steps = file.whole("steps", 0, SessionJson.LARGEST);
        List<Integer> lengths = lengths(file, steps);
        int batch = lengths.size();
        Space.require(network, batch, steps, shares);
        Map<String, int[]> states = new LinkedHashMap<>();
        for (Network.Part part : network.parts()) {
            part.layer()
                    .cell()
                    .states()
                    .forEach(state -> states.put(
                            part.state(state), new int[] {batch, part.layer().width(state)}));
        }
        return new NetworkInputs(
                named(file.object("parameters"), network.parameters()),
                TableJson.overTime(file.require("input"), batch, steps, network.inputs(), "input"),
                mask(file, lengths),
                DropoutJson.read(file, network, batch, steps),
                TruncationJson.read(file),
                named(file.object("initialState"), states),
                TableJson.overTime(file.require("upstream"), batch, steps, network.width(), "upstream"),
                named(file.object("finalGradient"), states),
                Optional.empty());
    }

    private static List<Integer> lengths(Members file, int steps) throws FormatException {
        List<Integer> lengths = new ArrayList<>();
        for (JsonNode length : file.list("lengths")) {
            lengths.add((int) Members.whole(length, "lengths[" + lengths.size() + "]", 0, steps));
        }
        if (lengths.isEmpty()) {
            throw Members.refused("lengths");
        }
        return Collections.unmodifiableList(lengths);
    }

    /** Files of before have no steps that are skipped. */
    private static StepMask mask(Members file, List<Integer> lengths) throws FormatException {
        HeldOutput output = file.has(HELD_OUTPUT) ? file.choice(HELD_OUTPUT, HeldOutput.class) : HeldOutput.KEPT;
        if (!file.has("skipped")) {
            return new StepMask(lengths).withOutput(output);
        }
        List<JsonNode> sequences = file.list("skipped");
        if (sequences.size() != lengths.size()) {
            throw Members.refused("skipped");
        }
        BitSet rows = new BitSet();
        for (int n = 0; n < lengths.size(); n++) {
            String place = "skipped[" + n + "]";
            if (!sequences.get(n).isArray()) {
                throw Members.refused("list", place);
            }
            for (JsonNode step : sequences.get(n)) {
                rows.set((int) Members.whole(step, place, 0, lengths.get(n) - 1L) * lengths.size() + n);
            }
        }
        return new StepMask(lengths, rows, output);
    }

    /** @param sizes rows and columns by name */
    static Map<String, Matrix> named(Members tables, Map<String, int[]> sizes) throws FormatException {
        Map<String, Matrix> read = new LinkedHashMap<>();
        for (Map.Entry<String, int[]> size : sizes.entrySet()) {
            String name = size.getKey();
            read.put(
                    name,
                    TableJson.read(tables.require(name), size.getValue()[0], size.getValue()[1], tables.place(name)));
        }
        tables.end();
        return read;
    }
}

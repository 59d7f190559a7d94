package org.gatescope.format.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.onnx.OnnxRecurrent.Direction;
import org.gatescope.format.tensor.Dimensions;

/**
 * The tables of a node, their sizes checked.
 *
 * @param w (directions, gates · H, D)
 * @param r (directions, gates · H, H)
 * @param b (directions, 2 · gates · H): W's biases, then R's
 * @param p (directions, 3 · H)
 */
record OnnxWeights(
        OnnxRecurrent owner,
        int inputs,
        int hidden,
        StoredRuns w,
        StoredRuns r,
        Optional<StoredRuns> b,
        Optional<StoredRuns> p) {

    /** @throws FormatException if a table is not stored, or of a size that does not fit the others */
    static OnnxWeights of(OnnxRecurrent owner, GraphConstants constants) throws FormatException {
        String direction = owner.direction();
        if (!List.of("forward", "reverse", "bidirectional").contains(direction)) {
            throw new FormatException("onnx.direction", owner.node().label(), direction);
        }
        StoredRuns r = required(owner, constants, OnnxRecurrent.R, "R", 3);
        StoredRuns w = required(owner, constants, OnnxRecurrent.W, "W", 3);
        int gates = owner.kind().gates().size();
        int directions = owner.directions();
        int hidden = r.dimensions().size(2);
        int inputs = w.dimensions().size(2);
        long stated = owner.node().integer("hidden_size", hidden);
        if (hidden == 0 || inputs == 0 || stated != hidden) {
            throw new FormatException("onnx.hidden", owner.node().label(), stated, w.dimensions(), r.dimensions());
        }
        requireSize(owner, "W", w, Dimensions.of(directions, gates * hidden, inputs));
        requireSize(owner, "R", r, Dimensions.of(directions, gates * hidden, hidden));
        Optional<StoredRuns> b = optional(owner, constants, OnnxRecurrent.B, "B", 2 * gates * hidden);
        Optional<StoredRuns> p = owner.kind() == OnnxKind.LSTM
                ? optional(owner, constants, OnnxRecurrent.P, "P", OnnxKind.PEEPHOLES.size() * hidden)
                : Optional.empty();
        return new OnnxWeights(owner, inputs, hidden, w, r, b, p);
    }

    private static Optional<StoredRuns> optional(
            OnnxRecurrent owner, GraphConstants constants, int input, String what, int size) throws FormatException {
        if (owner.node().input(input).isEmpty()) {
            return Optional.empty();
        }
        StoredRuns value = required(owner, constants, input, what, 2);
        requireSize(owner, what, value, Dimensions.of(owner.directions(), size));
        return Optional.of(value);
    }

    private static StoredRuns required(OnnxRecurrent owner, GraphConstants constants, int input, String what, int depth)
            throws FormatException {
        String name = owner.node().input(input);
        Optional<StoredRuns> value = constants.value(name);
        if (value.isEmpty()) {
            throw missing(owner, what, name);
        }
        for (StoredRuns.Run run : value.get().runs()) {
            if (!run.tensor().type().isReal()) {
                throw new FormatException(
                        "torch.whole", run.tensor().name(), run.tensor().type());
            }
        }
        if (value.get().dimensions().depth() != depth) {
            throw new FormatException(
                    "onnx.depth", what, owner.node().label(), value.get().dimensions(), depth);
        }
        return value.get();
    }

    private static FormatException missing(OnnxRecurrent owner, String what, String name) {
        String label = owner.node().label();
        Optional<OnnxNode> maker = owner.graph().maker(name);
        if (maker.isPresent()) {
            String type = maker.get().type();
            String key = type.toLowerCase(Locale.ROOT).contains("quantize") ? "onnx.quantized" : "onnx.computed";
            return new FormatException(key, what, label, type);
        }
        return new FormatException(owner.graph().isInput(name) ? "onnx.given" : "onnx.missing", what, label);
    }

    private static void requireSize(OnnxRecurrent owner, String what, StoredRuns value, Dimensions expected)
            throws FormatException {
        if (!value.dimensions().equals(expected)) {
            throw new FormatException("onnx.size", what, owner.node().label(), value.dimensions(), expected);
        }
    }

    /** The parameters of the cell in one direction, by their local names. */
    Map<String, StoredParameter> stored(int direction, Cell cell) throws FormatException {
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        List<String> gates = owner.kind().gates();
        String label = owner.node().label();
        for (int gate = 0; gate < gates.size(); gate++) {
            String name = gates.get(gate);
            int row = (direction * gates.size() + gate) * hidden;
            Block input = w.transposed(label, row * inputs, hidden, inputs);
            Block recurrent = r.transposed(label, row * hidden, hidden, hidden);
            stored.put("Wx." + name, new StoredParameter(inputs, hidden, input));
            stored.put("Wh." + name, new StoredParameter(hidden, hidden, recurrent));
            addBiases(direction, gate, stored);
        }
        for (int i = 0; p.isPresent() && i < OnnxKind.PEEPHOLES.size(); i++) {
            int first = (direction * OnnxKind.PEEPHOLES.size() + i) * hidden;
            stored.put(
                    "p." + OnnxKind.PEEPHOLES.get(i),
                    new StoredParameter(1, hidden, p.get().row(label, first, hidden)));
        }
        stored.keySet().retainAll(cell.parameters().keySet()); // a coupled forget gate has none
        return stored;
    }

    /** Those of W and of R are summed, but where the reset gate acts on the latter. */
    private void addBiases(int direction, int gate, Map<String, StoredParameter> stored) throws FormatException {
        int gates = owner.kind().gates().size();
        String name = owner.kind().gates().get(gate);
        int first = (direction * 2 * gates + gate) * hidden;
        StoredParameter none = new StoredParameter(1, hidden);
        StoredParameter ofInput = none;
        StoredParameter ofState = none;
        if (b.isPresent()) {
            String label = owner.node().label();
            Block input = b.get().row(label, first, hidden);
            Block recurrent = b.get().row(label, first + gates * hidden, hidden);
            boolean isApart = OnnxCells.isResetAfter(owner) && name.equals("n");
            ofInput = isApart ? none.plus(input) : none.plus(input).plus(recurrent);
            ofState = none.plus(recurrent);
        }
        stored.put("b." + name, ofInput);
        stored.put("bh." + name, ofState);
    }

    /** One layer of one or both directions. */
    static Layer layer(List<Direction> directions, int hidden) throws FormatException {
        Cell cell = OnnxCells.of(directions.getFirst());
        for (Direction direction : directions) {
            if (!OnnxCells.of(direction).equals(cell)) {
                throw new FormatException(
                        "onnx.directions", direction.owner().node().label());
            }
        }
        Directions alone = directions.getFirst().isReversed() ? Directions.REVERSE : Directions.FORWARD;
        return new Layer(cell, hidden, directions.size() == 2 ? Directions.BOTH : alone);
    }
}

package org.gatescope.format.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.onnx.OnnxRecurrent.Direction;
import org.gatescope.text.Texts;

/**
 * Recurrent nodes that stand on one another.
 *
 * @param prefix the label of the lowest
 * @param layers the lowest first, each with its one or two directions
 */
record OnnxCandidate(String prefix, List<List<Direction>> layers) implements Candidate {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    @Override
    public Maker maker() {
        return Maker.ONNX;
    }

    /** Nodes and tensors have names of their own. */
    @Override
    public String local(String tensor) {
        return tensor;
    }

    @Override
    public List<Unstated> unstated() {
        return List.of();
    }

    @Override
    public FoundNetwork network(Answers answers) throws FormatException {
        refuseAnswers(answers);
        OnnxRecurrent lowest = layers.getFirst().getFirst().owner();
        GraphConstants constants = new GraphConstants(lowest.graph());
        Map<Direction, OnnxWeights> weights = new LinkedHashMap<>();
        List<Layer> made = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int inputs = OnnxWeights.of(lowest, constants).inputs();
        int width = inputs;
        for (List<Direction> layer : layers) {
            OnnxWeights first = OnnxWeights.of(layer.getFirst().owner(), constants);
            for (Direction direction : layer) {
                OnnxWeights own = OnnxWeights.of(direction.owner(), constants);
                requireFit(own, first, width);
                weights.put(direction, own);
            }
            made.add(OnnxWeights.layer(layer, first.hidden()));
            width = layer.size() * first.hidden();
            addNotes(layer, constants, notes);
        }
        Network network = new Network(inputs, made, Optional.empty());
        return new FoundNetwork(network, stored(network, weights), notes);
    }

    /** The file says it all. */
    private static void refuseAnswers(Answers answers) throws FormatException {
        if (!answers.equals(Answers.USUAL)) {
            throw new FormatException("onnx.answers");
        }
    }

    private static void requireFit(OnnxWeights own, OnnxWeights first, int width) throws FormatException {
        String label = own.owner().node().label();
        if (own.inputs() != width) {
            throw new FormatException("torch.width", label, own.inputs(), width);
        }
        if (own.hidden() != first.hidden()) {
            throw new FormatException("onnx.directions", label);
        }
    }

    private Map<String, StoredParameter> stored(Network network, Map<Direction, OnnxWeights> weights)
            throws FormatException {
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            Direction direction = layers.get(part.index()).get(isSecond(part) ? 1 : 0);
            Optional.ofNullable(weights.get(direction))
                    .orElseThrow()
                    .stored(direction.index(), part.layer().cell())
                    .forEach((name, parameter) -> stored.put(part.parameter(name), parameter));
        }
        return stored;
    }

    private static boolean isSecond(Part part) {
        return part.reversed() && part.layer().directions().isBidirectional();
    }

    private static String note(OnnxRecurrent owner) {
        return switch (owner.kind()) {
            case RNN -> "onnx.rnn";
            case GRU -> OnnxCells.isResetAfter(owner) ? "onnx.gru.after" : "onnx.gru.before";
            case LSTM -> "onnx.lstm";
        };
    }

    /** @throws FormatException if it starts from what Gatescope would not start from */
    private static void addNotes(List<Direction> layer, GraphConstants constants, List<String> notes)
            throws FormatException {
        for (Direction direction : layer) {
            OnnxRecurrent owner = direction.owner();
            String label = owner.node().label();
            if (direction.index() > 0) {
                continue;
            }
            notes.add(TEXTS.get(note(owner), label));
            if (!owner.node().input(OnnxRecurrent.LENGTHS).isEmpty()) {
                notes.add(TEXTS.get("onnx.lengths", label));
            }
            for (int input : owner.kind() == OnnxKind.LSTM
                    ? new int[] {OnnxRecurrent.START, OnnxRecurrent.CELL_START}
                    : new int[] {OnnxRecurrent.START}) {
                String start = owner.node().input(input);
                switch (StartState.of(owner.graph(), constants, start)) {
                    case STORED -> throw new FormatException("onnx.start", label, start);
                    case GIVEN -> notes.add(TEXTS.get("onnx.start.given", label, start));
                    case COMPUTED -> notes.add(TEXTS.get("onnx.start.computed", label, start));
                    case ZERO -> {}
                }
            }
        }
    }
}

package org.gatescope.format.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.GateFunctions;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchName.Table;
import org.gatescope.text.Texts;

/**
 * A recurrent module of PyTorch, its sizes checked.
 *
 * @param layers the lowest first, each with its one or two directions
 */
record TorchNetwork(List<List<TorchDirection>> layers) {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    /** What PyTorch calls the only gate that a forget bias is added to. */
    private static final String FORGET_BIAS = "b.f";

    TorchNetwork {
        layers = List.copyOf(layers);
    }

    /** @throws FormatException if the sizes of its layers do not fit onto one another */
    TorchNetwork checked() throws FormatException {
        int width = layers.getFirst().getFirst().inputs();
        for (List<TorchDirection> layer : layers) {
            TorchDirection first = layer.getFirst();
            for (TorchDirection direction : layer) {
                NamedTensor input = direction.table(Table.WEIGHT_IH);
                if (direction.inputs() != width) {
                    throw new FormatException("torch.width", input.name(), direction.inputs(), width);
                }
                boolean isAlike = direction.hidden() == first.hidden()
                        && direction.outputs() == first.outputs()
                        && direction.isProjected() == first.isProjected()
                        && direction.hasBias() == first.hasBias();
                if (!isAlike) {
                    throw new FormatException("torch.directions", input.name());
                }
                if (direction.kind() != kind()) {
                    throw new FormatException("torch.kinds", input.name());
                }
            }
            width = layer.size() * first.outputs();
        }
        return this;
    }

    /** What all its layers are. */
    TorchKind kind() {
        return layers.getFirst().getFirst().kind();
    }

    /** The same as a network of cells. @throws FormatException if a function was asked for that is not known */
    FoundNetwork found(Answers answers) throws FormatException {
        boolean hasTwoBiases =
                hasBias() && !isProjected() && answers.biasesApart().orElse(false);
        List<Layer> made = new ArrayList<>();
        for (List<TorchDirection> layer : layers) {
            Directions directions = layer.size() == 2 ? Directions.BOTH : Directions.FORWARD;
            made.add(new Layer(
                    cell(layer.getFirst(), answers, hasTwoBiases),
                    layer.getFirst().hidden(),
                    directions));
        }
        Network network = new Network(layers.getFirst().getFirst().inputs(), made, Optional.empty());
        return new FoundNetwork(
                network, stored(network, hasTwoBiases, answers.forgetBias().orElse(0)), notes(hasTwoBiases));
    }

    boolean hasBias() {
        return layers.getFirst().getFirst().hasBias();
    }

    boolean isProjected() {
        return layers.getFirst().getFirst().isProjected();
    }

    private static Cell cell(TorchDirection direction, Answers answers, boolean hasTwoBiases) throws FormatException {
        return direction.isProjected()
                ? GateFunctions.gated("lstm-projection", answers.activation(), answers.recurrentActivation())
                        .withSize("P", direction.outputs())
                : direction.kind().cell(answers, hasTwoBiases);
    }

    private List<String> notes(boolean hasTwoBiases) {
        Stream<String> normed = layers.stream()
                .flatMap(List::stream)
                .flatMap(direction -> direction.tables().values().stream())
                .filter(NormedWeights::isNormed)
                .map(table -> TEXTS.get("torch.normed", table.name()));
        return Stream.concat(Stream.of(note(hasTwoBiases)), normed).toList();
    }

    private String note(boolean hasTwoBiases) {
        String summed = TEXTS.get("torch.note.biased", kind() == TorchKind.GRU ? 1 : 0);
        String blocks = String.join(", ", kind().gates());
        String kinds = TEXTS.get("torch.note." + kind().name().toLowerCase(Locale.ROOT), blocks);
        String biased = hasTwoBiases ? TEXTS.get("torch.note.apart") : summed;
        String biases = hasBias() ? biased : TEXTS.get("torch.note.unbiased");
        String projected = isProjected() ? " " + TEXTS.get("torch.note.projected") : "";
        return kinds + " " + biases + projected;
    }

    private Map<String, StoredParameter> stored(Network network, boolean hasTwoBiases, double forgetBias) {
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            TorchDirection direction = layers.get(part.index()).get(part.reversed() ? 1 : 0);
            new GateBlocks(direction, hasTwoBiases)
                    .stored()
                    .forEach((name, parameter) -> stored.put(
                            part.parameter(name), name.equals(FORGET_BIAS) ? parameter.plus(forgetBias) : parameter));
        }
        return stored;
    }
}

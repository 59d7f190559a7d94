package org.gatescope.format.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.weights.TorchKind.Nonlinearity;
import org.gatescope.format.weights.TorchName.Table;

/**
 * A recurrent module of PyTorch as it was found in a file.
 *
 * @param prefix what all its names begin with
 * @param layers the lowest first, each with its one or two directions
 */
public record TorchNetwork(String prefix, List<List<TorchDirection>> layers) {
    public TorchNetwork {
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
                if (direction.hidden() != first.hidden() || direction.hasBias() != first.hasBias()) {
                    throw new FormatException("torch.directions", input.name());
                }
                if (direction.kind() != kind()) {
                    throw new FormatException("torch.kinds", input.name());
                }
            }
            width = layer.size() * first.hidden();
        }
        return this;
    }

    /** What all its layers are. */
    public TorchKind kind() {
        return layers.getFirst().getFirst().kind();
    }

    /**
     * The same as a network of built-in cells.
     *
     * @param nonlinearity which no file says; only a plain RNN asks for it
     */
    public Network network(Nonlinearity nonlinearity) {
        String cell = kind().cell(nonlinearity);
        List<Layer> made = new ArrayList<>();
        for (List<TorchDirection> layer : layers) {
            Directions directions = layer.size() == 2 ? Directions.BOTH : Directions.FORWARD;
            made.add(new Layer(BuiltInCells.cell(cell), layer.getFirst().hidden(), directions));
        }
        return new Network(layers.getFirst().getFirst().inputs(), made, Optional.empty());
    }

    /** All parameters of that network, by full name. @throws FormatException if their numbers cannot be read */
    public Map<String, Matrix> parameters(Network network) throws FormatException {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            new GateBlocks(of(part)).parameters().forEach((name, table) -> parameters.put(part.parameter(name), table));
        }
        return parameters;
    }

    /** Gradients under the names that the tables have behind the prefix, and in their layout. */
    public Map<String, NpyArray> gradients(Network network, NetworkTrace trace) {
        Map<String, NpyArray> gradients = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            TorchDirection direction = of(part);
            Map<String, Matrix> own = Network.own(part.key(), trace.parameterGradients());
            new GateBlocks(direction).gradients(own).forEach((table, gradient) -> {
                String name = direction.table(table).name();
                gradients.put(name.substring(prefix.length()), gradient);
            });
        }
        return gradients;
    }

    /** All tables that it was read from. */
    public List<NamedTensor> tables() {
        return layers.stream()
                .flatMap(List::stream)
                .flatMap(direction -> direction.tables().values().stream())
                .toList();
    }

    private TorchDirection of(Part part) {
        return layers.get(part.index()).get(part.reversed() ? 1 : 0);
    }
}

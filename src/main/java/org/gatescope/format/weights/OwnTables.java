package org.gatescope.format.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.GateFunctions;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.text.Texts;

/**
 * Weights under Gatescope's own names, {@code 0.forward.Wx.i}. They do not say the equations: a built-in cell that has these
 * parameters is taken.
 *
 * @param layers what there is of each direction of each layer, by local name
 */
record OwnTables(SortedMap<Integer, Map<String, Map<String, NamedTensor>>> layers) implements Candidate {
    private static final Texts TEXTS = Texts.of(FormatException.class);
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})\\.(forward|backward)\\.([^/]+)");
    private static final String FORWARD = "forward";
    private static final String BACKWARD = "backward";
    private static final String PLAIN = "rnn-tanh";
    private static final String TANH = "tanh";

    /** Those of a file, if it has any. */
    static Optional<OwnTables> among(List<NamedTensor> tensors) {
        SortedMap<Integer, Map<String, Map<String, NamedTensor>>> layers = new TreeMap<>();
        for (NamedTensor tensor : tensors) {
            Matcher name = NAME.matcher(tensor.name());
            if (name.matches()) {
                layers.computeIfAbsent(Integer.valueOf(name.group(1)), index -> new LinkedHashMap<>())
                        .computeIfAbsent(name.group(2), way -> new LinkedHashMap<>())
                        .put(name.group(3), tensor);
            }
        }
        return layers.isEmpty() ? Optional.empty() : Optional.of(new OwnTables(layers));
    }

    @Override
    public Maker maker() {
        return Maker.GATESCOPE;
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public List<Unstated> unstated() {
        try {
            for (int layer = 0; layer < layers.size(); layer++) {
                if (builtIn(layer).equals(PLAIN)) {
                    return List.of(new Unstated(Subject.ACTIVATION, TANH, TEXTS.get("own.activation")));
                }
            }
        } catch (FormatException e) {
            // the network itself says why
        }
        return List.of();
    }

    @Override
    public FoundNetwork network(Answers answers) throws FormatException {
        List<Layer> made = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            String builtIn = builtIn(layer);
            Cell cell = builtIn.equals(PLAIN)
                    ? GateFunctions.plain(answers.activation().orElse(TANH))
                    : GateFunctions.gated(builtIn, answers.activation(), answers.recurrentActivation());
            boolean isBothWays = tables(layer, BACKWARD).isPresent();
            made.add(new Layer(cell, size(layer, "Wh.", 1), isBothWays ? Directions.BOTH : Directions.FORWARD));
            notes.add(TEXTS.get("own.note", layer, builtIn));
        }
        Network network = new Network(size(0, "Wx.", 0), made, Optional.empty());
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (Map.Entry<String, int[]> size : network.parameters().entrySet()) {
            stored.put(size.getKey(), stored(size.getKey(), size.getValue()[0], size.getValue()[1]));
        }
        return new FoundNetwork(network, stored, notes);
    }

    private StoredParameter stored(String name, int rows, int columns) throws FormatException {
        NamedTensor tensor = layers.values().stream()
                .flatMap(ways -> ways.values().stream())
                .flatMap(tables -> tables.values().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FormatException("torch.missing", name));
        Dimensions table = Dimensions.of(rows, columns);
        boolean isVector = rows == 1 && tensor.dimensions().equals(Dimensions.of(columns));
        if (!isVector && !tensor.dimensions().equals(table)) {
            throw new FormatException("torch.size", name, tensor.dimensions(), table);
        }
        return new StoredParameter(rows, columns, isVector ? Block.row(tensor, 0) : Block.at(tensor, 0, 0));
    }

    /** The first of the built-in cells that has these parameters. */
    private String builtIn(int layer) throws FormatException {
        Map<String, NamedTensor> tables = forward(layer);
        return BuiltInCells.names().stream()
                .filter(name -> BuiltInCells.cell(name).parameters().keySet().equals(tables.keySet()))
                .findFirst()
                .orElseThrow(() -> new FormatException("own.cell", layer, String.join(", ", tables.keySet())));
    }

    /** A size of the first of a layer's tables whose name begins so. */
    private int size(int layer, String start, int axis) throws FormatException {
        for (Map.Entry<String, NamedTensor> table : forward(layer).entrySet()) {
            NamedTensor tensor = table.getValue();
            if (table.getKey().startsWith(start)) {
                if (!tensor.type().isReal()) {
                    throw new FormatException("torch.whole", tensor.name(), tensor.type());
                }
                if (tensor.dimensions().depth() != 2) {
                    throw new FormatException("torch.depth", tensor.name(), tensor.dimensions(), 2);
                }
                if (tensor.dimensions().count() == 0) {
                    throw new FormatException("torch.empty", tensor.name());
                }
                return tensor.dimensions().size(axis);
            }
        }
        throw new FormatException("torch.missing", layer + "." + FORWARD + "." + start);
    }

    private Map<String, NamedTensor> forward(int layer) throws FormatException {
        return tables(layer, FORWARD)
                .orElseThrow(() -> new FormatException("torch.missing", layer + "." + FORWARD));
    }

    private Optional<Map<String, NamedTensor>> tables(int layer, String way) {
        return Optional.ofNullable(layers.get(layer)).map(ways -> ways.get(way));
    }
}

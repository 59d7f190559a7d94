package org.gatescope.format.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FittingNetwork;
import org.gatescope.format.FormatException;
import org.gatescope.format.export.WeightNames;
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
 * Weights under Gatescope's own names, {@code 0.forward.Wx.i}. Where no text beside them says the equations, a built-in cell
 * that has these parameters is taken.
 *
 * @param layers what there is of each direction of each layer, by local name
 * @param texts  equations of each layer, {@code 0.cell}; {@code 0.directions} where they are tied, {@code 0.merging},
 *     {@code 0.shortcut}
 */
record OwnTables(SortedMap<Integer, Map<String, Map<String, NamedTensor>>> layers, Map<String, String> texts)
        implements Candidate {
    /** Names of the texts. */
    static final Pattern TEXT = Pattern.compile("\\d{1,3}\\.(cell|directions|merging|shortcut)");

    private static final Texts TEXTS = Texts.of(FormatException.class);
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})\\.(forward|backward)\\.([^/]+)");
    private static final String FORWARD = "forward";
    private static final String BACKWARD = "backward";
    private static final String PLAIN = "rnn-tanh";
    private static final String TANH = "tanh";

    /** Those of a file, if it has any. */
    static Optional<OwnTables> among(List<NamedTensor> tensors, Map<String, String> texts) {
        SortedMap<Integer, Map<String, Map<String, NamedTensor>>> layers = new TreeMap<>();
        for (NamedTensor tensor : tensors) {
            Matcher name = NAME.matcher(tensor.name());
            if (name.matches()) {
                layers.computeIfAbsent(Integer.valueOf(name.group(1)), index -> new LinkedHashMap<>())
                        .computeIfAbsent(name.group(2), way -> new LinkedHashMap<>())
                        .put(name.group(3), tensor);
            }
        }
        return layers.isEmpty() ? Optional.empty() : Optional.of(new OwnTables(layers, texts));
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
                if (stated(layer).isEmpty() && builtIn(layer).equals(PLAIN)) {
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
            Optional<Cell> stated = stated(layer);
            Cell cell = stated.isPresent() ? stated.get() : assumed(layer, answers);
            made.add(new Layer(cell, size(layer, cell, Extent.H), directions(layer), merging(layer))
                    .withShortcut(choice(layer, "shortcut", Shortcut.NONE)));
            if (stated.isEmpty()) {
                notes.add(TEXTS.get("own.note", layer, builtIn(layer)));
            } else if (!answers.equals(Answers.USUAL)) {
                throw new FormatException("own.answers", layer);
            }
        }
        Network network =
                FittingNetwork.of(size(0, made.getFirst().cell(), Extent.D), Optional.empty(), made, Optional.empty());
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (Map.Entry<String, int[]> size : network.parameters().entrySet()) {
            stored.put(size.getKey(), stored(size.getKey(), size.getValue()[0], size.getValue()[1]));
        }
        return new FoundNetwork(network, stored, notes);
    }

    /** The cell as the file has it. @throws FormatException if its text is none, or one with other parameters */
    private Optional<Cell> stated(int layer) throws FormatException {
        String text = texts.get(layer + ".cell");
        if (text == null) {
            return Optional.empty();
        }
        try {
            Cell cell = Cell.parse(text);
            if (!cell.parameters().keySet().equals(forward(layer).keySet())) {
                String wanted = String.join(", ", cell.parameters().keySet());
                throw new FormatException("own.other", layer, wanted, names(forward(layer)));
            }
            return Optional.of(cell);
        } catch (CellException e) {
            throw new FormatException("own.equations", layer, e.line(), e.column(), e.problem());
        }
    }

    private Cell assumed(int layer, Answers answers) throws FormatException {
        String builtIn = builtIn(layer);
        return builtIn.equals(PLAIN)
                ? GateFunctions.plain(answers.activation().orElse(TANH))
                : GateFunctions.gated(builtIn, answers.activation(), answers.recurrentActivation());
    }

    private Directions directions(int layer) {
        if (tables(layer, FORWARD).isEmpty()) {
            return Directions.REVERSE;
        }
        if (tables(layer, BACKWARD).isPresent()) {
            return Directions.BOTH;
        }
        return WeightNames.TIED.equals(texts.get(layer + ".directions")) ? Directions.TIED : Directions.FORWARD;
    }

    private Merging merging(int layer) throws FormatException {
        return choice(layer, "merging", Merging.CONCATENATION);
    }

    /** One of a few words in lower case. @param usual where there is none */
    private <E extends Enum<E>> E choice(int layer, String key, E usual) throws FormatException {
        String text = texts.get(layer + "." + key);
        if (text == null) {
            return usual;
        }
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new FormatException("own." + key, layer, text));
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
                .orElseThrow(() -> new FormatException("own.cell", layer, names(tables)));
    }

    /** What inputs or units there are, by the first parameter that has an axis for them. @throws FormatException if none has */
    private int size(int layer, Cell cell, Extent extent) throws FormatException {
        Map<String, NamedTensor> tables = forward(layer);
        for (Map.Entry<String, Shape> parameter : cell.parameters().entrySet()) {
            Shape shape = parameter.getValue();
            if (shape.rows().equals(extent) || shape.columns().equals(extent)) {
                NamedTensor table = Objects.requireNonNull(tables.get(parameter.getKey()));
                requireNumbers(table, shape.rows().equals(Extent.ONE) ? 1 : 2);
                return table.dimensions()
                        .size(
                                shape.rows().equals(extent)
                                        ? 0
                                        : table.dimensions().depth() - 1);
            }
        }
        throw new FormatException("own.size", layer, names(tables));
    }

    private static void requireNumbers(NamedTensor tensor, int depth) throws FormatException {
        if (!tensor.type().isReal()) {
            throw new FormatException("torch.whole", tensor.name(), tensor.type());
        }
        if (tensor.dimensions().depth() < depth || tensor.dimensions().depth() > 2) {
            throw new FormatException("torch.depth", tensor.name(), tensor.dimensions(), depth);
        }
        if (tensor.dimensions().count() == 0) {
            throw new FormatException("torch.empty", tensor.name());
        }
    }

    private static String names(Map<String, NamedTensor> tables) {
        return String.join(", ", tables.keySet());
    }

    private Map<String, NamedTensor> forward(int layer) throws FormatException {
        return tables(layer, FORWARD)
                .or(() -> tables(layer, BACKWARD))
                .orElseThrow(() -> new FormatException("torch.missing", layer + "." + FORWARD));
    }

    private Optional<Map<String, NamedTensor>> tables(int layer, String way) {
        return Optional.ofNullable(layers.get(layer)).map(ways -> ways.get(way));
    }
}

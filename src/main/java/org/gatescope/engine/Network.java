package org.gatescope.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.ParameterStart;
import org.gatescope.cell.Shape;

/**
 * Layers on top of one another, with an embedding below the first and a read-out on the last where there is one.
 *
 * @param inputs D, numbers that come in at each step; with an embedding V, its tokens
 * @param layers the lowest first; at least one
 */
public record Network(int inputs, Optional<Embedding> embedding, List<Layer> layers, Optional<ReadOut> readOut) {
    /** Without an embedding. */
    public Network(int inputs, List<Layer> layers, Optional<ReadOut> readOut) {
        this(inputs, Optional.empty(), layers, readOut);
    }

    /** @throws ShortcutException if a layer would add what it reads to an output of another width */
    public Network {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one layer");
        }
        List<Layer> fitted = new ArrayList<>();
        int width = embedding.map(Embedding::columns).orElse(inputs);
        for (Layer layer : layers) {
            Layer sized = sized(layer, width);
            if (!sized.fits(width)) {
                throw new ShortcutException(fitted.size(), width, sized.ownWidth());
            }
            fitted.add(sized);
            width = sized.width(width);
        }
        layers = List.copyOf(fitted);
        int top = width;
        readOut = readOut.map(dense -> dense.on(top));
    }

    /** The same layers; those that would add what is of another width add nothing. @param inputs columns of what the lowest reads */
    public static List<Layer> fitting(List<Layer> layers, int inputs) {
        List<Layer> fitting = new ArrayList<>();
        int width = inputs;
        for (Layer layer : layers) {
            Layer sized = sized(layer, width);
            fitting.add(sized.fits(width) ? sized : sized.withShortcut(Shortcut.NONE));
            width = fitting.getLast().width(width);
        }
        return fitting;
    }

    /** Where a cell says that there are as many units as inputs, there are. */
    private static Layer sized(Layer layer, int inputs) {
        return layer.cell().declared().square() ? layer.withHidden(inputs) : layer;
    }

    /**
     * A layer read in one direction.
     *
     * @param index  of the layer, from 0
     * @param inputs columns of its input
     */
    public record Part(int index, Layer layer, int inputs, boolean reversed) {
        /** {@code 0.forward}: what its quantities' names begin with. */
        public String key() {
            return new PartKey(index, reversed).text();
        }

        /** What its parameters' names begin with: tied directions share those of the forward one. */
        public String parameterKey() {
            return new PartKey(index, reversed && layer.directions() != Layer.Directions.TIED).text();
        }

        /** The full name of one of its parameters: {@code 0.forward.Wx.i}. */
        public String parameter(String local) {
            return new FullName(parameterKey(), local).text();
        }

        /** The full name of one of its states: {@code 0.forward.h}. */
        public String state(String local) {
            return new FullName(key(), local).text();
        }

        /** The sizes of this direction's run for N sequences of T steps. */
        public Sizes sizes(int batch, int steps) {
            return new Sizes(batch, steps, inputs, layer.hidden()).with(layer.cell());
        }
    }

    /** All layers in all their directions, in the order in which they are computed. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int width = layerInputs();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            for (boolean reversed : new boolean[] {false, true}) {
                if (layer.directions().reads(reversed)) {
                    parts.add(new Part(i, layer, width, reversed));
                }
            }
            width = layer.width(width);
        }
        return parts;
    }

    /** A part by its key. @throws IllegalArgumentException if the network has no such part */
    public Part part(String key) {
        return parts().stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + key));
    }

    /**
     * The directions of a layer that make a column of its output: one, both where they are merged, none where what the layer
     * reads stands beside its own.
     */
    public List<Part> makers(int index, int column) {
        return parts().stream()
                .filter(part -> part.index() == index && column < part.layer().ownWidth())
                .filter(part ->
                        part.layer().column(part.reversed(), part.layer().unit(column)) == column)
                .toList();
    }

    /**
     * The direction at whose last step a column of a layer's output is read, where the last step alone is read out: the one
     * that makes it; the forward one for what both make or none does.
     */
    public Part reader(int index, int column) {
        return makers(index, column).stream().findFirst().orElseGet(() -> part(key(index)));
    }

    /** The direction that a part's output is merged with; empty where directions stand side by side. */
    public Optional<Part> partner(Part part) {
        return parts().stream()
                .filter(other -> part.layer().isMerged())
                .filter(other -> other.index() == part.index() && other.reversed() != part.reversed())
                .findFirst();
    }

    /** The key of a layer's forward direction, or of its only one. */
    public String key(int index) {
        return new PartKey(index, !layers.get(index).directions().reads(false)).text();
    }

    /** Columns of what the lowest layer reads. */
    public int layerInputs() {
        return embedding.map(Embedding::columns).orElse(inputs);
    }

    /** Columns of what a layer reads. */
    public int reads(int index) {
        return index == 0 ? layerInputs() : width(index - 1);
    }

    /** Columns of what a layer puts out. */
    public int width(int index) {
        return layers.get(index).width(reads(index));
    }

    /** Columns of the top layer's output. */
    public int width() {
        return width(layers.size() - 1);
    }

    /** Rows and columns of every parameter by its full name: {@code embedding.E}, {@code 0.forward.Wx.i}, {@code dense.W}. */
    public Map<String, int[]> parameters() {
        Map<String, int[]> sizes = new LinkedHashMap<>();
        embedding.ifPresent(table -> sizes.put(Embedding.TABLE, new int[] {inputs, table.columns()}));
        for (Part part : parts()) {
            Sizes own = part.sizes(1, 1);
            for (Map.Entry<String, Shape> parameter :
                    part.layer().cell().parameters().entrySet()) {
                Shape shape = parameter.getValue();
                sizes.put(part.parameter(parameter.getKey()), new int[] {own.rows(shape), own.columns(shape)});
            }
        }
        readOut.filter(ReadOut::hasWeights).ifPresent(dense -> {
            sizes.put(ReadOut.WEIGHTS, new int[] {width(), dense.outputs()});
            if (dense.hasBias()) {
                sizes.put(ReadOut.BIAS, new int[] {1, dense.outputs()});
            }
        });
        return sizes;
    }

    /** Full names of the parameters that cells declare as never trained. */
    public Set<String> fixed() {
        return parts().stream()
                .flatMap(part -> part.layer().cell().declared().fixed().stream().map(part::parameter))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What parameters start with, by full name, of those of which cells declare it. */
    public Map<String, ParameterStart> starts() {
        Map<String, ParameterStart> starts = new LinkedHashMap<>();
        for (Part part : parts()) {
            part.layer().cell().declared().starts().forEach((name, start) -> starts.put(part.parameter(name), start));
        }
        return starts;
    }

    /** Tables of parameters, but for those of which cells declare the start: they have that. */
    public Map<String, Matrix> startingAsDeclared(Map<String, Matrix> parameters) {
        Map<String, Matrix> started = new LinkedHashMap<>(parameters);
        starts().forEach((name, start) -> started.computeIfPresent(
                name, (same, table) -> new Fill.Declared(start).matrix(table.rows(), table.columns())));
        return started;
    }

    /** Those tables whose names begin with a part's key, by the rest of their names. */
    public static Map<String, Matrix> own(String key, Map<String, Matrix> tables) {
        Map<String, Matrix> own = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            if (FullName.isIn(name, key)) {
                own.put(FullName.of(name).local(), table);
            }
        });
        return own;
    }
}

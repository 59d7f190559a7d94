package org.gatescope.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What the numbers that layers read are multiplied by where they have {@link Dropout}. Layers without a table read all that
 * there is.
 *
 * @param seed    what tables that are not given are drawn from; those of the update after it from the seed that follows
 * @param isOn    false where nothing is dropped, as when a network is evaluated; its tables stay
 * @param factors by layer, from 0: row {@code t * N + n} of what it reads, or row n where all steps have the same
 */
public record DropoutMasks(long seed, boolean isOn, Map<Integer, Matrix> factors) {
    /** What the factors of what a layer reads are called beside its quantities; no cell has such a name. */
    public static final String NAME = "drop.x";

    /** Nothing is dropped. */
    public static final DropoutMasks NONE = new DropoutMasks(0, true, Map.of());

    public DropoutMasks {
        factors = Collections.unmodifiableMap(new TreeMap<>(factors));
    }

    /** All tables of a network, drawn from a seed. */
    public static DropoutMasks drawn(Network network, int batch, int steps, long seed) {
        return new DropoutMasks(seed, true, Map.of()).completed(network, batch, steps);
    }

    /** One layer's table, which depends on nothing else. @param columns of what the layer reads */
    public static Matrix draw(Dropout dropout, int rows, int columns, long seed, int layer) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + layer);
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextDouble() < dropout.rate() ? 0 : dropout.kept();
            }
        }
        return Matrix.of(table, columns);
    }

    /** With tables for those layers that drop something, the missing ones drawn, and for no others. */
    public DropoutMasks completed(Network network, int batch, int steps) {
        Map<Integer, Matrix> all = new LinkedHashMap<>();
        for (int index = 0; index < network.layers().size(); index++) {
            Dropout dropout = network.layers().get(index).dropout();
            if (dropout.drops()) {
                Matrix known = factors.get(index);
                int rows = dropout.rows(batch, steps);
                all.put(index, known == null ? draw(dropout, rows, network.reads(index), seed, index) : known);
            }
        }
        if (all.isEmpty()) {
            return NONE;
        }
        return all.keySet().equals(factors.keySet()) ? this : new DropoutMasks(seed, isOn, all);
    }

    /** Those of an update so many later; its own where that is none. */
    public DropoutMasks after(int updates, Network network, int batch, int steps) {
        return updates == 0 || factors.isEmpty()
                ? this
                : drawn(network, batch, steps, seed + updates).switched(isOn);
    }

    /** What a run multiplies the numbers by that a layer reads; empty where it reads them as they are. */
    public Optional<Matrix> of(int layer) {
        return isOn ? Optional.ofNullable(factors.get(layer)) : Optional.empty();
    }

    /** A number's factor, 1 where its layer reads it as it is. @param row {@code t * N + n} */
    public double factor(int layer, int row, int column) {
        return of(layer).map(table -> table.get(row % table.rows(), column)).orElse(1.0);
    }

    /** The same on or off. */
    public DropoutMasks switched(boolean on) {
        return new DropoutMasks(seed, on, factors);
    }

    /** The same with other factors of a layer. */
    public DropoutMasks with(int layer, Matrix table) {
        Map<Integer, Matrix> changed = new LinkedHashMap<>(factors);
        changed.put(layer, table);
        return new DropoutMasks(seed, isOn, changed);
    }

    /** The same, without any that are dropped in some of the sequences. @param batch N */
    public DropoutMasks sparing(BitSet sequences, int batch) {
        return sequences.isEmpty()
                ? this
                : each(table -> {
                    double[][] rows = table.toArray();
                    for (int row = 0; row < rows.length; row++) {
                        if (sequences.get(row % batch)) {
                            Arrays.fill(rows[row], 1);
                        }
                    }
                    return Matrix.of(rows, table.columns());
                });
    }

    /**
     * Of some rows of tables over time.
     *
     * @param before N of this one
     * @param steps  T afterwards
     * @param batch  N afterwards
     * @param origin row of this one's tables over time for each of the new
     */
    public DropoutMasks rearranged(int before, int steps, int batch, Network network, IntUnaryOperator origin) {
        Map<Integer, Matrix> moved = new LinkedHashMap<>();
        factors.forEach((layer, table) -> {
            boolean same = network.layers().get(layer).dropout().sameAtEachStep();
            IntUnaryOperator row = same ? n -> origin.applyAsInt(n) % before : origin;
            int rows = network.layers().get(layer).dropout().rows(batch, steps);
            moved.put(layer, table.rearranged(rows, table.columns(), row));
        });
        return new DropoutMasks(seed, isOn, moved);
    }

    private DropoutMasks each(UnaryOperator<Matrix> change) {
        Map<Integer, Matrix> changed = new LinkedHashMap<>();
        factors.forEach((layer, table) -> changed.put(layer, change.apply(table)));
        return new DropoutMasks(seed, isOn, changed);
    }

    /** @throws IllegalArgumentException that names the first layer whose table does not fit */
    void check(Network network, int batch, int steps) {
        factors.forEach((index, table) -> {
            if (index < 0 || index >= network.layers().size()) {
                throw new IllegalArgumentException("dropout of layer " + index + ", which is not there");
            }
            Dropout dropout = network.layers().get(index).dropout();
            LayerInputs.require("dropout of layer " + index, table, dropout.rows(batch, steps), network.reads(index));
        });
    }
}

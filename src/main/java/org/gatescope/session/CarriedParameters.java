package org.gatescope.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.gatescope.cell.Extent;
import org.gatescope.cell.ParameterStart;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a changed network: kept as far as they were there, otherwise drawn, or zero. Where a cell declares what
 * a parameter starts with, it starts with that; it starts again where the declaration or the size changes and nobody has
 * changed its numbers.
 */
final class CarriedParameters {
    private final PlacesBefore before;
    private final boolean drawsNew;
    private final Map<String, Matrix> parameters = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<String> added = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param drawsNew whether new rows and columns of those that were there are drawn, too */
    CarriedParameters(PlacesBefore before, boolean drawsNew) {
        this.before = before;
        this.drawsNew = drawsNew;
    }

    /** By full name. */
    Map<String, Matrix> parameters() {
        return parameters;
    }

    /** Names of those that were not there before. */
    List<String> added() {
        return List.copyOf(added);
    }

    /** Those of some names before, by their names now. */
    Set<String> renamed(Set<String> some) {
        return names.keySet().stream()
                .filter(name -> some.contains(names.get(name)))
                .collect(Collectors.toSet());
    }

    /** Names of those before that nothing goes on from. */
    List<String> lost() {
        return before.from().network().parameters().keySet().stream()
                .filter(name -> !used.contains(name))
                .toList();
    }

    /** Those of a layer in one direction. */
    void add(Part part) {
        Optional<Part> source = before.source(part);
        for (Map.Entry<String, Shape> parameter :
                part.layer().cell().parameters().entrySet()) {
            String name = part.parameter(parameter.getKey());
            if (parameters.containsKey(name)) {
                continue; // tied: its other direction was here
            }
            Shape shape = parameter.getValue();
            String old = source.filter(same ->
                            shape.equals(same.layer().cell().parameters().get(parameter.getKey())))
                    .map(same -> same.parameter(parameter.getKey()))
                    .orElse("");
            boolean isVector = shape.rows().equals(Extent.ONE); // a matrix may have a single row too
            Optional<ParameterStart> start =
                    Optional.ofNullable(part.layer().cell().declared().starts().get(parameter.getKey()));
            boolean isUntouched = source.map(
                            same -> same.layer().cell().declared().starts().get(parameter.getKey()))
                    .filter(was -> isFilledWith(
                            was, before.from().numbers().parameters().get(old)))
                    .isPresent();
            IntUnaryOperator nothing = place -> -1;
            boolean startsAgain = isUntouched && start.isPresent();
            carry(
                    name,
                    old,
                    startsAgain ? nothing : before.map(shape.rows(), part),
                    startsAgain ? nothing : before.map(shape.columns(), part),
                    start.<LongFunction<Fill>>map(declared -> seed -> new Fill.Declared(declared))
                            .orElse(seed -> fill(isVector, seed)),
                    drawsNew || start.isPresent());
        }
    }

    private static boolean isFilledWith(ParameterStart start, @Nullable Matrix table) {
        return table != null
                && new Fill.Declared(start)
                        .matrix(table.rows(), table.columns())
                        .equals(table);
    }

    /**
     * One of them.
     *
     * @param old the name it had; one that was not there for a new parameter
     */
    void carry(String name, String old, IntUnaryOperator rows, IntUnaryOperator columns, boolean isVector) {
        carry(name, old, rows, columns, seed -> fill(isVector, seed), drawsNew);
    }

    /**
     * @param fill  of what is new, by its seed
     * @param fills whether new rows and columns of one that was there are filled so, too
     */
    private void carry(
            String name,
            String old,
            IntUnaryOperator rows,
            IntUnaryOperator columns,
            LongFunction<Fill> fill,
            boolean fills) {
        int[] size = before.to().parameters().getOrDefault(name, new int[2]);
        Matrix known = before.from().numbers().parameters().get(old);
        if (known == null) {
            added.add(name);
            parameters.put(name, fill.apply(added.size()).matrix(size[0], size[1]));
        } else {
            used.add(old);
            names.put(name, old);
            Matrix kept = PlacesBefore.fitted(known, size[0], rows, size[1], columns);
            IntUnaryOperator row = PlacesBefore.within(rows, known.rows());
            IntUnaryOperator column = PlacesBefore.within(columns, known.columns());
            parameters.put(name, fills ? withFilled(fill, kept, row, column) : kept);
        }
    }

    private static Fill fill(boolean isVector, long seed) {
        return isVector ? new Fill.Constant(0) : new Fill.Normal(seed);
    }

    /** What is new within it is filled. */
    private Matrix withFilled(LongFunction<Fill> fill, Matrix kept, IntUnaryOperator rows, IntUnaryOperator columns) {
        double[][] changed = kept.toArray();
        Matrix drawn = fill.apply(parameters.size() + 1L).matrix(kept.rows(), kept.columns());
        for (int r = 0; r < changed.length; r++) {
            for (int c = 0; c < kept.columns(); c++) {
                if (rows.applyAsInt(r) < 0 || columns.applyAsInt(c) < 0) {
                    changed[r][c] = drawn.get(r, c);
                }
            }
        }
        return Matrix.of(changed, kept.columns());
    }
}

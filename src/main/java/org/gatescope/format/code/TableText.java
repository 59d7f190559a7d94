package org.gatescope.format.code;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.engine.Matrix;

/** A session's data in the language of a program. */
interface TableText {
    /** One direction of a layer. @param own what its parameters are called by */
    record PartText(String cell, String key, String own, boolean reversed) {}

    /**
     * A layer.
     *
     * @param merging  in lower case, what becomes of the outputs of two directions
     * @param shortcut in lower case, how what comes to it is carried past it
     * @param reads    columns of what comes to it
     */
    record LayerText(List<PartText> parts, String merging, String shortcut, int reads) {}

    String number(double value);

    /** (rows, columns) */
    String table(Matrix table);

    /** (T, N, width), of rows t · N + n. */
    String overTime(Matrix table, int steps, int batch);

    /** (N, 1), whole numbers. */
    String column(List<Integer> numbers);

    /** (T, N, 1): 1 or 0. @param computed of rows t · N + n */
    String flags(Matrix computed, int steps, int batch);

    /** The lines of a map of tables. */
    default String named(Map<String, Matrix> tables) {
        return tables.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + table(entry.getValue()) + ",")
                .collect(Collectors.joining("\n"));
    }

    /** A line of the map of what is dropped. @param factors (N, D), or (T·N, D) where other numbers are dropped at each step */
    default String dropped(int layer, Matrix factors, int steps, int batch) {
        return layer + ": " + overTime(factors, steps, batch) + ",";
    }

    String layer(LayerText layer);

    /** Lines that set a name. */
    List<String> constant(String name, double value);

    List<String> constant(String name, Set<String> texts);
}

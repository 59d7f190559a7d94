package org.gatescope.format.code;

import java.util.List;
import java.util.Set;
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

    /** A line of a map. */
    String entry(String key, String text);

    /** The same with a number for its key. */
    String entry(int key, String text);

    String layer(LayerText layer);

    /** Lines that set a name. */
    List<String> constant(String name, String text);

    String set(Set<String> names);
}

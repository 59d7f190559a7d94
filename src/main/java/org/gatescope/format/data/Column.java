package org.gatescope.format.data;

import java.util.List;

/** A column of a table; rows count from 0. */
public sealed interface Column {
    /** As its header has it, or by its number. */
    String name();

    /** @param values one for each row; NaN where nothing stands */
    @SuppressWarnings({"ArrayRecordComponent", "JavaLangClash"}) // large, handed on, never compared
    record Numbers(String name, double[] values) implements Column {}

    /**
     * Words that repeat, as names of classes or of sequences do.
     *
     * @param words each once, in the order in which they come
     * @param codes for each row the place of its word; −1 where nothing stands
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Words(String name, List<String> words, int[] codes) implements Column {
        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * Too many different words to be kept.
     *
     * @param first of its rows, to be looked at
     */
    record Unkept(String name, List<String> first) implements Column {
        public Unkept {
            first = List.copyOf(first);
        }
    }
}

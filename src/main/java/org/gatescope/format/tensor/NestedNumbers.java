package org.gatescope.format.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the numbers of lists in lists, which make a tensor if all are as long and as deep. */
final class NestedNumbers {
    private static final int FIRST = 16;
    private static final long UNKNOWN = -1;

    private double[] values = new double[FIRST];
    private int count;
    /** Of each depth, as the first list of it has it. */
    private final List<Long> sizes = new ArrayList<>(List.of(UNKNOWN));

    /** How many entries the lists that are open have so far. */
    private final List<Long> entries = new ArrayList<>(List.of(0L));

    private int leaf = -1;
    private boolean isEven = true;

    /** A list begins. @param depth of the list that it is in, plus 1 */
    void open(int depth) {
        add(depth - 1);
        if (sizes.size() <= depth) {
            sizes.add(UNKNOWN);
            entries.add(0L);
        }
        entries.set(depth, 0L);
    }

    /** A list ends. */
    void close(int depth) {
        long size = sizes.get(depth);
        if (size == UNKNOWN) {
            sizes.set(depth, entries.get(depth));
        } else if (size != entries.get(depth)) {
            isEven = false;
        }
    }

    /** A number in a list. */
    void number(int depth, double number) {
        add(depth);
        if (leaf < 0) {
            leaf = depth;
        }
        if (leaf != depth || !isEven) {
            spoil();
            return;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = number;
    }

    /** Something that is neither a list nor a number. */
    void spoil() {
        isEven = false;
        values = new double[FIRST];
        count = 0;
    }

    private void add(int depth) {
        entries.set(depth, entries.get(depth) + 1);
    }

    /** Whether all lists are alike and there are numbers in the deepest alone. */
    boolean isTensor() {
        return isEven && leaf == sizes.size() - 1;
    }

    List<Long> sizes() {
        return sizes;
    }

    double[] values() {
        return Arrays.copyOf(values, count);
    }
}

package org.gatescope.picture.network;

import java.util.List;
import org.gatescope.engine.Truncation;

/**
 * What the unrolled network shows, except where it lies.
 *
 * @param numbers    of each row, from the bottom to the top
 * @param words      what inputs and outputs stand for
 * @param truncation of backpropagation through time
 * @param current    the playhead's step, −1 for none
 * @param part       the playhead's
 * @param isBack     true while the playhead is in the backward pass
 */
public record NetworkScene(
        List<RowNumbers> numbers,
        StepWords words,
        Truncation truncation,
        int current,
        String part,
        boolean isBack,
        UnrolledColours colours,
        UnrolledMarks marks) {
    /** From the bottom to the top. */
    public List<NetworkRow> rows() {
        return numbers.stream().map(RowNumbers::row).toList();
    }
}

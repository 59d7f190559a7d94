package org.gatescope.picture.network;

import java.util.List;

/**
 * What the unrolled network shows, except where it lies.
 *
 * @param numbers of each row, from the bottom to the top
 * @param words   what inputs and outputs stand for
 * @param chunk   the gradient is cut every so many steps; 0 for nowhere
 * @param current the playhead's step, −1 for none
 * @param part    the playhead's
 * @param isBack  true while the playhead is in the backward pass
 */
public record NetworkScene(
        List<RowNumbers> numbers,
        StepWords words,
        int chunk,
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

package org.gatescope.picture.network;

/**
 * What joins cells, from where values come to where they go; gradients run it in reverse.
 *
 * @param row    of the rows of the layout, as {@code kind} says
 * @param step   time step
 * @param points x, y, x, y …
 */
record Arrow(Kind kind, int row, int step, double... points) {
    enum Kind {
        /** A row's state from a step to the one that is computed next. */
        STATE,
        /** Up into a row, from the row below or from the line that gathers the rows below. */
        INTO,
        /** Up from a row to the line that gathers it with its layer's other direction. */
        OUT_OF,
        /** That line; its row is the lowest of those above it. */
        GATHERING,
        /** From below a layer's cells past them to what joins it with what they put out; its row is the lowest of the layer. */
        PAST,
        /** Out of a cell and back into it: the rolled form. */
        LOOP
    }

    boolean hasHead() {
        return kind != Kind.OUT_OF && kind != Kind.GATHERING;
    }
}

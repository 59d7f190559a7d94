package org.gatescope.engine;

import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;

/**
 * One layer of a network.
 *
 * @param hidden     H, units of each direction
 * @param directions in which it reads its input
 * @param merging    what becomes of the outputs of both directions, where there are two
 * @param dropout    of the numbers that it reads, the same ones in both directions
 */
public record Layer(Cell cell, int hidden, Directions directions, Merging merging, Dropout dropout) {
    /** Directions stand side by side. */
    public Layer(Cell cell, int hidden, Directions directions) {
        this(cell, hidden, directions, Merging.CONCATENATION);
    }

    /** It reads all that there is. */
    public Layer(Cell cell, int hidden, Directions directions, Merging merging) {
        this(cell, hidden, directions, merging, Dropout.NONE);
    }

    /** How a layer goes through time. */
    public enum Directions {
        FORWARD,
        /** From the end of each sequence to its beginning; outputs keep the time of the input, as in ONNX. */
        REVERSE,
        /** Both ways, each with parameters of its own. */
        BOTH,
        /** Both ways with the same parameters. */
        TIED;

        /** True if the layer reads its input both forward and backward in time. */
        public boolean isBidirectional() {
            return this == BOTH || this == TIED;
        }

        /** True if it reads so, perhaps beside the other way. */
        public boolean reads(boolean reversed) {
            return this != (reversed ? FORWARD : REVERSE);
        }
    }

    /** True if its output is made of both directions, unit by unit, so that it is as wide as one of them. */
    public boolean isMerged() {
        return directions.isBidirectional() && merging != Merging.CONCATENATION;
    }

    /** Units that each direction puts out: H, unless the cell declares another size for its first state. */
    public int outputs() {
        return size(cell.outputWidth());
    }

    /** The number of a size that does not depend on what is read: H, 1, or one that the cell declares. */
    public int size(Extent extent) {
        return new Sizes(0, 0, 0, hidden).with(cell).of(extent);
    }

    /** Units of a state. */
    public int width(String state) {
        return size(cell.widthOf(state));
    }

    /** Columns of its output: those of one direction, or twice as many where two directions stand side by side. */
    public int width() {
        return isMerged() ? outputs() : separateWidth();
    }

    /** Columns of all its directions side by side, before they are merged. */
    public int separateWidth() {
        return directions.isBidirectional() ? Math.multiplyExact(2, outputs()) : outputs();
    }

    /** The column of its output that a unit of a direction has a part in. */
    public int column(boolean reversed, int unit) {
        return reversed && directions.isBidirectional() && !isMerged() ? outputs() + unit : unit;
    }

    /** The unit that has a part in a column of its output. */
    public int unit(int column) {
        return column % outputs();
    }

    /** The same with another cell. */
    public Layer withCell(Cell changed) {
        return new Layer(changed, hidden, directions, merging, dropout);
    }

    /** The same with so many units of each direction. */
    public Layer withHidden(int changed) {
        return new Layer(cell, changed, directions, merging, dropout);
    }

    /** The same, read in other directions. */
    public Layer withDirections(Directions changed) {
        return new Layer(cell, hidden, changed, merging, dropout);
    }

    /** The same with directions that are merged in another way. */
    public Layer withMerging(Merging changed) {
        return new Layer(cell, hidden, directions, changed, dropout);
    }

    /** The same that drops others of the numbers that it reads. */
    public Layer withDropout(Dropout changed) {
        return new Layer(cell, hidden, directions, merging, changed);
    }
}

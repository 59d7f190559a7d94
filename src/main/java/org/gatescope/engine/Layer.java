package org.gatescope.engine;

import java.util.OptionalInt;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;

/**
 * One layer of a network.
 *
 * @param hidden     H, units of each direction
 * @param directions in which it reads its input
 * @param merging    what becomes of the outputs of both directions, where there are two
 * @param dropout    of the numbers that it reads, the same ones in both directions
 * @param shortcut   what of that is carried past it, before any of it is dropped
 */
public record Layer(Cell cell, int hidden, Directions directions, Merging merging, Dropout dropout, Shortcut shortcut) {
    /** Directions stand side by side. */
    public Layer(Cell cell, int hidden, Directions directions) {
        this(cell, hidden, directions, Merging.CONCATENATION);
    }

    /** It reads all that there is, and nothing is carried past it. */
    public Layer(Cell cell, int hidden, Directions directions, Merging merging) {
        this(cell, hidden, directions, merging, Dropout.NONE, Shortcut.NONE);
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

    /** True if both directions are made into one, unit by unit, so that what they make is as wide as one of them. */
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

    /** Columns that its directions make: those of one, or twice as many where two stand side by side. */
    public int ownWidth() {
        return isMerged() ? outputs() : separateWidth();
    }

    /** Columns of its output: those that its directions make, and perhaps what it reads beside them. @param inputs columns that it reads */
    public int width(int inputs) {
        return shortcut == Shortcut.CONCATENATED ? Math.addExact(ownWidth(), inputs) : ownWidth();
    }

    /** False if it would add what it reads to an output of another width. */
    public boolean fits(int inputs) {
        return shortcut != Shortcut.ADDED || inputs == ownWidth();
    }

    /** The column of what it reads that is carried into a column of its output. */
    public OptionalInt carried(int column) {
        return switch (shortcut) {
            case NONE -> OptionalInt.empty();
            case ADDED -> OptionalInt.of(column);
            case CONCATENATED -> column < ownWidth() ? OptionalInt.empty() : OptionalInt.of(column - ownWidth());
        };
    }

    /** The column of its output that a column of what it reads is carried into, where there is a shortcut. */
    public int past(int input) {
        return shortcut == Shortcut.CONCATENATED ? ownWidth() + input : input;
    }

    /** Columns of all its directions side by side, before they are merged. */
    public int separateWidth() {
        return directions.isBidirectional() ? Math.multiplyExact(2, outputs()) : outputs();
    }

    /** The column of its output that a unit of a direction has a part in, among those that its directions make. */
    public int column(boolean reversed, int unit) {
        return reversed && directions.isBidirectional() && !isMerged() ? outputs() + unit : unit;
    }

    /** The unit that has a part in a column that its directions make. */
    public int unit(int column) {
        return column % outputs();
    }

    /** The same with another cell. */
    public Layer withCell(Cell changed) {
        return new Layer(changed, hidden, directions, merging, dropout, shortcut);
    }

    /** The same with so many units of each direction. */
    public Layer withHidden(int changed) {
        return new Layer(cell, changed, directions, merging, dropout, shortcut);
    }

    /** The same, read in other directions. */
    public Layer withDirections(Directions changed) {
        return new Layer(cell, hidden, changed, merging, dropout, shortcut);
    }

    /** The same with directions that are merged in another way. */
    public Layer withMerging(Merging changed) {
        return new Layer(cell, hidden, directions, changed, dropout, shortcut);
    }

    /** The same that drops others of the numbers that it reads. */
    public Layer withDropout(Dropout changed) {
        return new Layer(cell, hidden, directions, merging, changed, shortcut);
    }

    /** The same with something else carried past it. */
    public Layer withShortcut(Shortcut changed) {
        return new Layer(cell, hidden, directions, merging, dropout, changed);
    }
}

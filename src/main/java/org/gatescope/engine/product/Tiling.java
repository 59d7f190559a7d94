package org.gatescope.engine.product;

import java.util.Arrays;
import org.gatescope.engine.product.SecondThread.Half;
import org.gatescope.engine.program.Slot;

/**
 * Cuts {@code out += left right} into tiles; large ones go to two threads, a half of the panels each. Where a tile reaches
 * over the right edge of the result, which happens in the last panel alone, it is computed aside.
 */
final class Tiling {
    /** Multiplications from which on two threads are faster than one: a good tenth of a millisecond. */
    private static final long WORTH_DIVIDING = 3_000_000;

    private static final double[] NONE = {};

    /** From one row of the left operand to the next within a tile, and from one of its columns to the next. */
    private final int row;

    private final int step;
    private final PackedPanels right;
    private final Slot out;
    private final double[] aside = new double[Tile.ROWS * Tile.COLUMNS];
    private final Runnable first = () -> addPanels(0, middle());
    private final Half second = new Half() {
        @Override
        void run() {
            addPanels(middle(), right().count());
        }
    };

    // What is being added; set before the work is divided.
    private int rows;
    private int inner;
    private double[] left = NONE;
    private int from;
    private int to;

    private Tiling(int row, int step, PackedPanels right, Slot out) {
        this.row = row;
        this.step = step;
        this.right = right;
        this.out = out;
    }

    /** For a left operand as it stands. */
    static Tiling ofRows(Slot left, PackedPanels right, Slot out) {
        return new Tiling(left.rowStride(), 1, right, out);
    }

    /** For one that is packed: a tile's rows stand beside each other, one tile behind the other. */
    static Tiling ofPacked(PackedPanels right, Slot out) {
        return new Tiling(1, Tile.ROWS, right, out);
    }

    /** Zeros to add to. @param to where the result begins */
    void clear(int rows, int to) {
        for (int r = 0; r < rows; r++) {
            int start = to + r * out.rowStride();
            Arrays.fill(out.values(), start, start + out.columns(), 0);
        }
    }

    /**
     * @param rows  of the left operand and of the result
     * @param inner its columns and the rows of each panel
     * @param from  where the left operand begins
     * @param to    where the result begins
     */
    void add(int rows, int inner, double[] left, int from, int to) {
        this.rows = rows;
        this.inner = inner;
        this.left = left;
        this.from = from;
        this.to = to;
        if (SecondThread.SHARED != null && (long) rows * inner * out.columns() >= WORTH_DIVIDING) {
            SecondThread.SHARED.share(first, second);
        } else {
            addPanels(0, right.count());
        }
    }

    private PackedPanels right() {
        return right;
    }

    private int middle() {
        return right.count() / 2;
    }

    private void addPanels(int first, int end) {
        int tile = step == 1 ? Tile.ROWS * row : inner * step;
        int whole = rows / Tile.ROWS;
        for (int panel = first; panel < end; panel++) {
            int start = panel * inner * Tile.COLUMNS;
            int sum = to + panel * Tile.COLUMNS;
            int at = from;
            for (int i = 0; i < whole; i++) {
                addTile(at, panel, start, sum);
                at += tile;
                sum += Tile.ROWS * out.rowStride();
            }
            for (int r = whole * Tile.ROWS; r < rows; r++) {
                addRow(at, panel, start, sum);
                at += row;
                sum += out.rowStride();
            }
        }
    }

    private void addTile(int at, int panel, int start, int to) {
        double[] sum = out.values();
        int stride = out.rowStride();
        int columns = right.columns(panel);
        if (columns == Tile.COLUMNS) {
            Tile.add(inner, left, at, row, step, right.values(), start, sum, to, stride);
            return;
        }
        for (int r = 0; r < Tile.ROWS; r++) {
            System.arraycopy(sum, to + r * stride, aside, r * Tile.COLUMNS, columns);
        }
        Tile.add(inner, left, at, row, step, right.values(), start, aside, 0, Tile.COLUMNS);
        for (int r = 0; r < Tile.ROWS; r++) {
            System.arraycopy(aside, r * Tile.COLUMNS, sum, to + r * stride, columns);
        }
    }

    private void addRow(int at, int panel, int start, int to) {
        double[] sum = out.values();
        int columns = right.columns(panel);
        if (columns == Tile.COLUMNS) {
            Tile.addRow(inner, left, at, step, right.values(), start, sum, to);
            return;
        }
        System.arraycopy(sum, to, aside, 0, columns);
        Tile.addRow(inner, left, at, step, right.values(), start, aside, 0);
        System.arraycopy(aside, 0, sum, to, columns);
    }
}

package org.gatescope.picture.network;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.picture.Box;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.NetworkRow.Kind;

/**
 * Where the parts of the unrolled network lie, in pixels from the left end of the time axis and from the top. It is worked
 * out for the steps in view alone.
 *
 * @param rows    from the bottom to the top
 * @param stretch the steps that are drawn in full
 * @param rolled  from 0, unrolled, to 1: all steps at one place
 * @param heights of each row
 * @param tops    of each row
 * @param bandTop where the thin columns of all steps begin; the height where there are none
 */
public record UnrolledLayout(
        List<NetworkRow> rows,
        VisibleSteps stretch,
        TimeAxis axis,
        double height,
        double rolled,
        double[] heights,
        double[] tops,
        double bandTop) {
    static final double LEAST_CELL = 22;
    static final double BAND_ROW = 9;
    static final double BAND_GAP = 2;
    /** Between the cells and the thin columns, for the lines that join them. */
    static final double WEDGE = 14;

    private static final double WIDEST_CELL = 64;
    private static final double HIGHEST_CELL = 64;
    private static final double COMFORTABLE_CELL = 44;
    private static final double MARGIN = 6;
    /** Above the cells of a lens, for the numbers of its steps. */
    static final double NUMBERS = 12;

    private static final double INPUT = 20;
    private static final double OUTPUT = 30;
    private static final double LOSS = 15;
    /** Between two levels, where arrows and the lines that gather them run. */
    private static final double LEVEL_GAP = 18;
    /** Between both directions of a layer. */
    private static final double DIRECTION_GAP = 6;
    /** How far both directions of a layer are shifted against one another, so that wires pass. */
    private static final double SHIFT = 5;

    private static final double LOOP = 26;

    /**
     * Lays out the steps about one.
     *
     * @param focus  perhaps between two while it moves
     * @param height all of it, in pixels
     * @param rolled from 0, unrolled, to 1
     */
    public static UnrolledLayout of(List<NetworkRow> rows, TimeAxis axis, double focus, double height, double rolled) {
        VisibleSteps stretch = VisibleSteps.of(axis, focus);
        double band = stretch.isLens() ? band(rows) : 0;
        double free = height - band - fixed(rows) - (stretch.isLens() ? NUMBERS : 0);
        double cell = Math.clamp(Math.floor(free / Math.max(1, layers(rows))), LEAST_CELL, HIGHEST_CELL);
        double[] heights = new double[rows.size()];
        double[] tops = new double[rows.size()];
        double y = height - band - MARGIN;
        for (int i = 0; i < rows.size(); i++) {
            heights[i] = height(rows.get(i), cell);
            y -= heights[i] + (i == 0 ? 0 : gap(rows, i));
            tops[i] = y;
        }
        return new UnrolledLayout(rows, stretch, axis, height, rolled, heights, tops, height - band + WEDGE);
    }

    /** Less than this needs scrolling. */
    public static double leastHeight(List<NetworkRow> rows, boolean isLens) {
        return fixed(rows) + layers(rows) * LEAST_CELL + (isLens ? NUMBERS + band(rows) : 0);
    }

    /** What it likes to have, in pixels. */
    public static double comfortableHeight(List<NetworkRow> rows, boolean isLens) {
        double cell = layers(rows) == 1 ? HIGHEST_CELL : COMFORTABLE_CELL;
        return fixed(rows) + layers(rows) * cell + (isLens ? NUMBERS + band(rows) : 0);
    }

    /** Everything but the cells. */
    private static double fixed(List<NetworkRow> rows) {
        double sum = 2 * MARGIN;
        for (int i = 0; i < rows.size(); i++) {
            sum += height(rows.get(i), 0) + (i == 0 ? 0 : gap(rows, i));
        }
        return sum;
    }

    private static double band(List<NetworkRow> rows) {
        return WEDGE + layers(rows) * (BAND_ROW + BAND_GAP) + 2;
    }

    private static int layers(List<NetworkRow> rows) {
        return (int) rows.stream().filter(row -> row.kind() == Kind.LAYER).count();
    }

    private static double height(NetworkRow row, double cell) {
        return switch (row.kind()) {
            case INPUT -> INPUT;
            case LAYER -> cell;
            case OUTPUT -> OUTPUT;
            case LOSS -> LOSS;
        };
    }

    private static double gap(List<NetworkRow> rows, int row) {
        return rows.get(row).level() == rows.get(row - 1).level() ? DIRECTION_GAP : LEVEL_GAP;
    }

    double cellWidth() {
        return Math.clamp(Math.rint(stretch.column() * 0.6), 26, WIDEST_CELL);
    }

    /** The middle of a step; all of them meet as the network is rolled up. */
    double centre(int t) {
        double unrolled = stretch.centre(t);
        return Math.rint(unrolled + rolled * (axis.width() / 2 - unrolled));
    }

    /** A row's box at a step: of the cell, or the room of what stands in its place. */
    public Box box(int row, int t) {
        double width = kind(row) == Kind.LAYER
                ? cellWidth() + (isDouble(row) ? 0 : SHIFT)
                : Math.min(stretch.column() - 4, WIDEST_CELL + 40);
        double shift = isDouble(row) ? (rows.get(row).reversed() ? SHIFT : -SHIFT) / 2.0 : 0;
        return new Box(Math.rint(centre(t) + shift - width / 2), tops[row], Math.rint(width), heights[row]);
    }

    /** What a row is of. */
    public Kind kind(int row) {
        return rows.get(row).kind();
    }

    /** True for a row that shares its level with another. */
    private boolean isDouble(int row) {
        return rowsOf(rows.get(row).level()).size() > 1;
    }

    /** From the lowest. */
    List<Integer> rowsOf(int level) {
        List<Integer> found = new ArrayList<>(2);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).level() == level) {
                found.add(i);
            }
        }
        return found;
    }

    /** Where a wire enters or leaves a row of a level: in the middle, or left and right of the other direction's cell. */
    private double rail(int row, int t) {
        if (!isDouble(row)) {
            return centre(t);
        }
        Box box = box(row, t);
        return rows.get(row).reversed() ? box.right() - SHIFT / 2 : box.x() + SHIFT / 2;
    }

    /** Arrows from a step up through all levels. */
    List<Arrow> rising(int t) {
        List<Arrow> arrows = new ArrayList<>();
        for (int level = 1; level <= rows.getLast().level(); level++) {
            rising(rowsOf(level - 1), rowsOf(level), t, arrows);
        }
        return arrows;
    }

    private void rising(List<Integer> below, List<Integer> above, int t, List<Arrow> to) {
        if (below.size() == 1 && above.size() == 1) {
            double x = centre(t);
            to.add(new Arrow(
                    Arrow.Kind.INTO, above.getFirst(), t, x, tops[below.getFirst()], x, bottom(above.getFirst())));
            return;
        }
        double y = Math.rint(tops[below.getLast()] - LEVEL_GAP / 2) + 0.5;
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int row : below) {
            double x = rail(row, t);
            to.add(new Arrow(Arrow.Kind.OUT_OF, row, t, x, tops[row], x, y));
            left = Math.min(left, x);
            right = Math.max(right, x);
        }
        for (int row : above) {
            double x = rail(row, t);
            to.add(new Arrow(Arrow.Kind.INTO, row, t, x, y, x, bottom(row)));
            left = Math.min(left, x);
            right = Math.max(right, x);
        }
        to.add(new Arrow(Arrow.Kind.GATHERING, above.getFirst(), t, left, y, right, y));
    }

    private double bottom(int row) {
        return tops[row] + heights[row];
    }

    /**
     * The arrow of a layer's state out of a step; towards a step out of view half of it.
     *
     * @param share of the cell's height at which it runs
     */
    Arrow state(int row, int t, double share) {
        boolean reversed = rows.get(row).reversed();
        Box from = box(row, t);
        double y = Math.rint(from.y() + share * from.height()) + 0.5;
        double start = reversed ? from.x() : from.right();
        int next = reversed ? t - 1 : t + 1;
        double half = (stretch.column() - from.width()) / 2 * (reversed ? -1 : 1);
        double end = stretch.shows(next)
                ? (reversed ? box(row, next).right() : box(row, next).x())
                : start + half;
        return new Arrow(Arrow.Kind.STATE, row, t, start, y, end, y);
    }

    /** The loop of the rolled form: out of the cell and back into it on the side where time goes on. */
    Arrow loop(int row, int t) {
        Box cell = box(row, t);
        boolean reversed = rows.get(row).reversed();
        double edge = reversed ? cell.x() : cell.right();
        double out = edge + (reversed ? -LOOP : LOOP);
        double high = Math.rint(cell.y() + 0.3 * cell.height()) + 0.5;
        double low = Math.rint(cell.y() + 0.7 * cell.height()) + 0.5;
        return new Arrow(Arrow.Kind.LOOP, row, t, edge, high, out, high, out, low, edge, low);
    }

    /** Room between two cells of a row. */
    double between() {
        return stretch.column() - cellWidth() - SHIFT;
    }

    /** The thin columns of a layer's row, counted from the lowest layer. */
    public Box band(int row) {
        int place = (int) rows.subList(row + 1, rows.size()).stream()
                .filter(other -> other.kind() == Kind.LAYER)
                .count();
        return new Box(0, bandTop + place * (BAND_ROW + BAND_GAP), axis.width(), BAND_ROW);
    }

    /** From the lens down to its steps among the thin columns: left line, then right line. */
    double[][] wedge() {
        double top = bandTop - WEDGE;
        double from = Math.clamp(axis.left(stretch.from()), 0, axis.width());
        double to = Math.clamp(axis.left(stretch.to()), 0, axis.width());
        return new double[][] {
            {Math.max(0, stretch.left(stretch.from())), top, from, bandTop - 2},
            {Math.min(axis.width(), stretch.left(stretch.to())), top, to, bandTop - 2}
        };
    }
}

package org.gatescope.picture.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.engine.Shortcut;
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
 */
public record UnrolledLayout(
        List<NetworkRow> rows,
        VisibleSteps stretch,
        TimeAxis axis,
        double height,
        double rolled,
        double[] heights,
        double[] tops) {
    static final double BAND_ROW = 9;
    static final double BAND_GAP = 2;
    /** Between the thin columns and the frame of the close-up, for what joins them. */
    static final double WEDGE = 16;

    /** Within that frame, above the cells, for the numbers of its steps. */
    static final double NUMBERS = 15;

    private static final double BAND_TOP = 3;
    private static final double WIDEST_CELL = 64;
    private static final double MARGIN = 6;

    private static final double INPUT = 20;
    private static final double OUTPUT = 30;
    private static final double LOSS = 15;
    /** Between both directions of a layer. */
    private static final double DIRECTION_GAP = 6;
    /** How far both directions of a layer are shifted against one another, so that wires pass. */
    private static final double SHIFT = 5;

    private static final double LOOP = 26;
    /** From a cell to the line that goes past it. */
    private static final double BESIDE = 6;

    private static final double LARGEST_JOINT = 5;

    /**
     * How high cells are, and how far levels are apart: there arrows run, and the lines that gather them. Rows are thin
     * before any of them is out of view.
     */
    private record Measures(double cell, double gap) {
        static final Measures THIN = new Measures(13, 9);
        static final Measures LOW = new Measures(22, 18);
        static final Measures SEVERAL = new Measures(44, 18);
        static final Measures ONE = new Measures(64, 18);
        static final Measures ROOMY = new Measures(140, 30);

        /** For a network that has the window to itself. */
        static final Measures ALONE = new Measures(320, 44);

        private static final double ROUNDING = 1e-9;
        private static final List<Measures> RISING = List.of(THIN, LOW, ONE, ROOMY, ALONE);

        /** The largest that do not need more than a height. */
        static Measures within(double height, List<NetworkRow> rows, boolean isLens) {
            Measures below = THIN;
            for (Measures above : RISING) {
                if (above.height(rows, isLens) > height) {
                    double least = below.height(rows, isLens);
                    double share = (height - least) / (above.height(rows, isLens) - least);
                    return below.towards(above, Math.clamp(share, 0, 1));
                }
                below = above;
            }
            return below;
        }

        private Measures towards(Measures above, double share) {
            return new Measures(
                    Math.floor(cell + share * (above.cell - cell) + ROUNDING),
                    Math.floor(gap + share * (above.gap - gap) + ROUNDING));
        }

        double height(List<NetworkRow> rows, boolean isLens) {
            double sum = 2 * MARGIN + (isLens ? frameTop(rows) + NUMBERS : 0);
            for (int i = 0; i < rows.size(); i++) {
                sum += isBeside(rows, i) ? 0 : height(rows.get(i)) + (i == 0 ? 0 : gap(rows, i));
            }
            return sum;
        }

        double height(NetworkRow row) {
            return switch (row.kind()) {
                case INPUT -> INPUT;
                case LAYER -> cell;
                case OUTPUT -> OUTPUT;
                case LOSS -> LOSS;
            };
        }

        double gap(List<NetworkRow> rows, int row) {
            return rows.get(row).level() == rows.get(row - 1).level() ? Math.min(gap, DIRECTION_GAP) : gap;
        }
    }

    /**
     * Lays out the steps about one.
     *
     * @param focus  perhaps between two while it moves
     * @param height all of it, in pixels
     * @param rolled from 0, unrolled, to 1
     */
    public static UnrolledLayout of(List<NetworkRow> rows, TimeAxis axis, double focus, double height, double rolled) {
        VisibleSteps stretch = VisibleSteps.of(axis, focus);
        Measures measures = Measures.within(height, rows, stretch.isLens());
        double[] heights = new double[rows.size()];
        double[] tops = new double[rows.size()];
        double spare = Math.max(0, height - measures.height(rows, stretch.isLens()));
        double y = height - MARGIN - Math.floor(spare / 2);
        for (int i = 0; i < rows.size(); i++) {
            heights[i] = measures.height(rows.get(i));
            y -= isBeside(rows, i) ? 0 : heights[i] + (i == 0 ? 0 : measures.gap(rows, i));
            tops[i] = y;
        }
        return new UnrolledLayout(rows, stretch, axis, height, rolled, heights, tops);
    }

    /** The loss of a single step stands beside its output, since both rows would be nearly empty. */
    private static boolean isBeside(List<NetworkRow> rows, int row) {
        return row > 0
                && rows.get(row).kind() == Kind.LOSS
                && rows.get(row).level() == rows.get(row - 1).level();
    }

    /** True for a row that stands in the one before it. */
    boolean isBeside(int row) {
        return isBeside(rows, row);
    }

    /** True for a row in which the next one stands. */
    boolean isShared(int row) {
        return row + 1 < rows.size() && isBeside(row + 1);
    }

    /** With thin rows. Less than this needs scrolling. */
    public static double leastHeight(List<NetworkRow> rows, boolean isLens) {
        return Measures.THIN.height(rows, isLens);
    }

    /** What it likes to have, in pixels. */
    public static double comfortableHeight(List<NetworkRow> rows, boolean isLens) {
        return (layers(rows) == 1 ? Measures.ONE : Measures.SEVERAL).height(rows, isLens);
    }

    /** What it makes use of, in pixels. */
    public static double roomyHeight(List<NetworkRow> rows, boolean isLens) {
        return Measures.ROOMY.height(rows, isLens);
    }

    /** Where the frame of a close-up begins, below the thin columns. */
    private static double frameTop(List<NetworkRow> rows) {
        return BAND_TOP + layers(rows) * (BAND_ROW + BAND_GAP) + WEDGE;
    }

    private static int layers(List<NetworkRow> rows) {
        return (int) rows.stream().filter(row -> row.kind() == Kind.LAYER).count();
    }

    double cellWidth() {
        return Math.clamp(Math.rint(stretch.column() * 0.6), 26, Math.max(WIDEST_CELL, cellHeight()));
    }

    private double cellHeight() {
        return IntStream.range(0, rows.size())
                .filter(row -> kind(row) == Kind.LAYER)
                .mapToDouble(row -> heights[row])
                .findFirst()
                .orElse(0);
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
        double left = Math.rint(centre(t) + shift - width / 2);
        double half = Math.rint(width / 2);
        if (isShared(row)) {
            return new Box(left, tops[row], half, heights[row]);
        }
        return isBeside(row)
                ? new Box(left + half, tops[row], Math.rint(width) - half, heights[row])
                : new Box(left, tops[row], Math.rint(width), heights[row]);
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
            if (rows.get(i).level() == level && !isBeside(i)) {
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
        double y = between(below, above);
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

    /** Arrows of a step past the layers that have a shortcut; where nothing stands above a layer, nothing is joined. */
    List<Arrow> past(int t) {
        List<Arrow> arrows = new ArrayList<>();
        for (int level = 1; level < rows.getLast().level(); level++) {
            List<Integer> layer = rowsOf(level);
            List<Integer> above = rowsOf(level + 1);
            if (rows.get(layer.getFirst()).shortcut() != Shortcut.NONE && !above.isEmpty()) {
                double from = between(rowsOf(level - 1), layer);
                double to = between(layer, above);
                double edge = layer.stream()
                        .mapToDouble(row -> box(row, t).right())
                        .max()
                        .orElse(0);
                double x = Math.rint(edge + BESIDE + rolled * LOOP) + 0.5;
                double join = centre(t) + joint(from, layer.getFirst());
                arrows.add(new Arrow(Arrow.Kind.PAST, layer.getFirst(), t, centre(t), from, x, from, x, to, join, to));
            }
        }
        return arrows;
    }

    /** How large what joins is drawn, half of it, in pixels. @param below half way between a level and the one below */
    private double joint(double below, int row) {
        return Math.clamp(Math.floor(below - bottom(row)) - 1, 3, LARGEST_JOINT);
    }

    /** Half way between two levels. */
    private double between(List<Integer> below, List<Integer> above) {
        return Math.floor((tops[below.getLast()] + bottom(above.getFirst())) / 2) + 0.5;
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

    /** The thin columns of a layer's row, those of the top layer first. */
    public Box band(int row) {
        int place = (int) rows.subList(row + 1, rows.size()).stream()
                .filter(other -> other.kind() == Kind.LAYER)
                .count();
        return new Box(0, BAND_TOP + place * (BAND_ROW + BAND_GAP), axis.width(), BAND_ROW);
    }

    /** All thin columns, where not all steps are drawn in full. */
    public Box bands() {
        return new Box(0, BAND_TOP, axis.width(), layers(rows) * (BAND_ROW + BAND_GAP) - BAND_GAP);
    }

    /** The frame about the steps that are drawn in full, where those are not all steps. */
    public Box frame() {
        double top = frameTop(rows);
        return new Box(0, top, axis.width(), height - top - 1);
    }

    /** From the steps of the close-up among the thin columns down to its frame: x and y of four corners, clockwise. */
    double[] wedge() {
        double from = Math.clamp(axis.left(stretch.from()), 0, axis.width());
        double to = Math.clamp(axis.left(stretch.to()), 0, axis.width());
        double top = bands().bottom() + 2;
        return new double[] {from, top, to, top, frame().right(), frame().y(), frame().x(), frame().y()};
    }
}

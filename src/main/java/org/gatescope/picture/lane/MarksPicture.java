package org.gatescope.picture.lane;

import java.util.Comparator;
import java.util.List;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.jspecify.annotations.Nullable;

/**
 * What stands over the squares of a lane: an outline about the selected one, dashes about those that another number is made
 * from. There is room for the lines of squares at the lane's edges: the lane's corner is at {@value #ROOM}, {@value #ROOM}.
 *
 * @param lit those one below the other have one frame about them
 */
public record MarksPicture(
        CellGrid grid, List<Square> lit, @Nullable Square selected, Tones tones) implements Picture {
    public static final double ROOM = 2;
    /** Narrower frames would not be found. In pixels. */
    private static final double LEAST = 3;

    public MarksPicture {
        lit = lit.stream()
                .sorted(Comparator.comparingInt(Square::t).thenComparingInt(Square::unit))
                .toList();
    }

    /** Whether nothing is marked. */
    public boolean isEmpty() {
        return lit.isEmpty() && selected == null;
    }

    @Override
    public double width() {
        return grid.axis().width() + 2 * ROOM;
    }

    @Override
    public double height() {
        return grid.height() + 2 * ROOM;
    }

    @Override
    public void draw(Pen pen) {
        int from = 0;
        while (from < lit.size()) {
            int to = from + 1;
            while (to < lit.size() && follows(lit.get(to - 1), lit.get(to))) {
                to++;
            }
            frame(pen, lit.get(from), lit.get(to - 1));
            from = to;
        }
        if (selected != null && isInView(selected)) {
            pen.roundFrame(about(selected, selected), 0, tones.backward(), 2);
        }
    }

    private static boolean follows(Square above, Square below) {
        return above.t() == below.t() && above.unit() + 1 == below.unit();
    }

    private void frame(Pen pen, Square first, Square last) {
        if (isInView(first)) {
            pen.dashedFrame(about(first, last).inset(0.5), tones.selection(), 1.5, 3, 2);
        }
    }

    private Box about(Square first, Square last) {
        Box top = grid.cell(first.t(), first.unit());
        double bottom = grid.cell(last.t(), last.unit()).bottom();
        return new Box(ROOM + top.x(), ROOM + top.y(), Math.max(LEAST, top.width()), Math.max(LEAST, bottom - top.y()));
    }

    private boolean isInView(Square square) {
        TimeAxis axis = grid.axis();
        return square.t() < axis.steps()
                && square.unit() < grid.units()
                && axis.right(square.t()) > 0
                && axis.left(square.t()) < axis.width();
    }
}

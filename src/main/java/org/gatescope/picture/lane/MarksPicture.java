package org.gatescope.picture.lane;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.jspecify.annotations.Nullable;

/**
 * What stands over the squares of a lane: an outline about the selected one, dashes about those that another number is made
 * from. There is room for the lines of squares at the lane's edges: the lane's corner is at {@value #ROOM}, {@value #ROOM}.
 *
 * @param lit     those one below the other have one frame about them
 * @param changed what an edit has just changed, framed in the same way
 */
public record MarksPicture(
        CellGrid grid,
        List<Square> lit,
        List<Square> changed,
        @Nullable Square selected,
        Tones tones) implements Picture {
    public static final double ROOM = 2;
    /** Narrower frames would not be found. In pixels. */
    private static final double LEAST = 3;

    public MarksPicture {
        lit = inOrder(lit);
        changed = inOrder(changed);
    }

    private static List<Square> inOrder(List<Square> squares) {
        return squares.stream()
                .sorted(Comparator.comparingInt(Square::t).thenComparingInt(Square::unit))
                .toList();
    }

    /** Whether nothing is marked. */
    public boolean isEmpty() {
        return lit.isEmpty() && changed.isEmpty() && selected == null;
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
        eachRun(changed, about -> pen.frame(about, tones.text()));
        eachRun(lit, about -> pen.dashedFrame(about.inset(0.5), tones.selection(), 1.5, 3, 2));
        if (selected != null && isInView(selected)) {
            pen.roundFrame(about(selected, selected), 0, tones.backward(), 2);
        }
    }

    private static boolean follows(Square above, Square below) {
        return above.t() == below.t() && above.unit() + 1 == below.unit();
    }

    /** Of squares one below the other. */
    private void eachRun(List<Square> squares, Consumer<Box> frame) {
        int from = 0;
        while (from < squares.size()) {
            int to = from + 1;
            while (to < squares.size() && follows(squares.get(to - 1), squares.get(to))) {
                to++;
            }
            if (isInView(squares.get(from))) {
                frame.accept(about(squares.get(from), squares.get(to - 1)));
            }
            from = to;
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

package org.gatescope.ui.lane;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.gatescope.picture.Box;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.Square;
import org.gatescope.picture.lane.TimeAxis;
import org.jspecify.annotations.Nullable;

/** The squares of a lane that are marked; those one below the other have one frame about them. */
final class LitSquares extends Group {
    /** Narrower ones would not be found. In pixels. */
    private static final double LEAST = 3;

    private final Path frames = new Path();
    private List<Square> squares = List.of();

    LitSquares() {
        frames.getStyleClass().add("lit-squares");
        frames.setManaged(false);
        getChildren().add(frames);
        setManaged(false);
        setMouseTransparent(true);
    }

    /** @return whether they are others than before */
    boolean set(List<Square> marked) {
        List<Square> sorted = marked.stream()
                .sorted(Comparator.comparingInt(Square::t).thenComparingInt(Square::unit))
                .toList();
        boolean changed = !sorted.equals(squares);
        squares = sorted;
        return changed;
    }

    /** @param grid null where the lane shows no squares */
    void place(@Nullable CellGrid grid) {
        frames.getElements().clear();
        int from = 0;
        while (grid != null && from < squares.size()) {
            int to = from + 1;
            while (to < squares.size() && follows(squares.get(to - 1), squares.get(to))) {
                to++;
            }
            frame(grid, squares.get(from), squares.get(to - 1));
            from = to;
        }
    }

    private static boolean follows(Square above, Square below) {
        return above.t() == below.t() && above.unit() + 1 == below.unit();
    }

    private void frame(CellGrid grid, Square first, Square last) {
        TimeAxis axis = grid.axis();
        boolean isInView = first.t() < axis.steps() && axis.right(first.t()) > 0 && axis.left(first.t()) < axis.width();
        if (!isInView) {
            return;
        }
        Box top = grid.cell(first.t(), first.unit());
        double height = Math.max(LEAST, grid.cell(last.t(), last.unit()).bottom() - top.y());
        double width = Math.max(LEAST, top.width());
        frames.getElements()
                .addAll(
                        new MoveTo(top.x() + 0.5, top.y() + 0.5),
                        new HLineTo(top.x() + width - 0.5),
                        new VLineTo(top.y() + height - 0.5),
                        new HLineTo(top.x() + 0.5),
                        new ClosePath());
    }
}

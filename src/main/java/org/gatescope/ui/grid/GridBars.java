package org.gatescope.ui.grid;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.gatescope.picture.table.GridGeometry;

/** The two scroll bars; they count in pixels. */
final class GridBars {
    private static final double SHORTEST_THUMB = 24;

    private final Grid grid;
    private final ScrollBar horizontal = new ScrollBar();
    private final ScrollBar vertical = new ScrollBar();

    GridBars(Grid grid) {
        this.grid = grid;
        vertical.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : nodes()) {
            bar.setManaged(false);
            bar.setFocusTraversable(false);
            bar.valueProperty().subscribe(this::scrolled);
        }
    }

    List<ScrollBar> nodes() {
        return List.of(horizontal, vertical);
    }

    double thickness() {
        return grid.snapSizeX(Math.max(8, vertical.prefWidth(-1)));
    }

    void place(GridFrame frame, double left, double top) {
        horizontal.setVisible(frame.horizontalBar());
        vertical.setVisible(frame.verticalBar());
        GridGeometry at = grid.geometry();
        horizontal.resizeRelocate(
                left + at.headingWidth(), top + frame.height(), Math.max(0, at.bodyWidth()), thickness());
        vertical.resizeRelocate(
                left + frame.width(), top + at.headingHeight(), thickness(), Math.max(0, at.bodyHeight()));
        follow();
    }

    /** Shows where the grid is scrolled to. */
    void follow() {
        GridGeometry at = grid.geometry();
        set(horizontal, at.scrollX(), at.maxScrollX(), at.bodyWidth(), at.cellWidth());
        set(vertical, at.scrollY(), at.maxScrollY(), at.bodyHeight(), at.cellHeight());
    }

    private static void set(ScrollBar bar, double value, double most, double view, double step) {
        bar.setMax(most);
        double share = view / Math.max(1, most + view);
        bar.setVisibleAmount(most * Math.clamp(SHORTEST_THUMB / Math.max(SHORTEST_THUMB, view), share, 1));
        bar.setUnitIncrement(step);
        bar.setBlockIncrement(Math.max(step, view - step));
        if (Math.abs(bar.getValue() - value) >= 1) {
            bar.setValue(value);
        }
    }

    private void scrolled() {
        grid.scrollTo(
                horizontal.isVisible() ? horizontal.getValue() : grid.geometry().scrollX(),
                vertical.isVisible() ? vertical.getValue() : grid.geometry().scrollY());
    }
}

package org.gatescope.ui.grid;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.Raster;
import org.gatescope.picture.table.GridGeometry;
import org.gatescope.picture.table.GridMapPicture;
import org.gatescope.picture.table.GridOverview;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** The whole of a large matrix at a glance, with the part that shows outlined; a click or drag goes there. */
final class GridMap extends Region {
    static final int MOST = 160;
    static final int LEAST = 12;

    private final Grid grid;
    private final Drawn drawn = new Drawn(this::picture);
    private @Nullable GridContent wanted;
    private @Nullable GridContent shown;
    private @Nullable Raster overview;
    private final BackgroundTask task;

    GridMap(Grid grid, Background background) {
        this.grid = grid;
        this.task = background.task();
        getStyleClass().add("gs-grid-map");
        setManaged(false);
        getChildren().add(drawn);
        grid.tones().subscribe(drawn::redraw);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    /** Draws this content as soon as it has been looked through; while it changes all the time, some that come between are not. */
    @SuppressWarnings("ReferenceEquality") // content never changes, and comparing a matrix takes long
    void show(GridContent content) {
        wanted = content;
        if (!task.working().get() && content != shown) {
            look(content);
        }
    }

    void close() {
        task.cancel();
    }

    private void look(GridContent content) {
        task.start(
                progress -> GridOverview.of(content, MOST, progress),
                overview -> looked(content, overview),
                failure -> looked(content, null)); // where there is no room for a map there is none
    }

    private void looked(GridContent content, @Nullable Raster seen) {
        shown = content;
        if (seen != null && seen.width() > 0 && seen.height() > 0) {
            overview = seen;
        }
        requestLayout();
        if (wanted != null) {
            show(wanted);
        }
    }

    /** Length of the side along which {@code cells} lie; whole pixels a cell where there are few of them. */
    static double side(int cells, int longest, double most) {
        double scale = Math.clamp(Math.floor(most / Math.min(MOST, longest)), 1, 4);
        return Math.clamp(Math.min(MOST, cells) * scale, LEAST, Math.max(LEAST, most));
    }

    @Override
    protected void layoutChildren() {
        drawn.resizeRelocate(0, 0, getWidth(), getHeight());
        drawn.redraw();
    }

    private GridMapPicture picture(double width, double height) {
        return new GridMapPicture(overview, grid.geometry(), grid.tones().get(), width, height);
    }

    private void go(MouseEvent event) {
        GridGeometry at = grid.geometry();
        double x = event.getX() / getWidth() * at.columns() * at.cellWidth() - at.bodyWidth() / 2;
        double y = event.getY() / getHeight() * at.rows() * at.cellHeight() - at.bodyHeight() / 2;
        grid.scrollTo(x, y);
        event.consume();
    }
}

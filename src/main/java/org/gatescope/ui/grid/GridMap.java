package org.gatescope.ui.grid;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.Tones;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.ui.paint.ScreenColour;
import org.jspecify.annotations.Nullable;

/** The whole of a large matrix at a glance, with the part that shows outlined; a click or drag goes there. */
final class GridMap extends Region {
    static final int MOST = 160;
    static final int LEAST = 12;

    private final Grid grid;
    private final Canvas canvas = new Canvas();
    private @Nullable GridContent wanted;
    private @Nullable GridContent shown;
    private @Nullable WritableImage image;
    private final BackgroundTask task;

    GridMap(Grid grid, Background background) {
        this.grid = grid;
        this.task = background.task();
        getStyleClass().add("gs-grid-map");
        setManaged(false);
        getChildren().add(canvas);
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
                () -> GridOverview.of(content, MOST),
                overview -> looked(content, overview),
                failure -> looked(content, null)); // where there is no room for a map there is none
    }

    private void looked(GridContent content, @Nullable GridOverview overview) {
        shown = content;
        if (overview != null && overview.argb().length > 0) {
            WritableImage pixels = new WritableImage(overview.width(), overview.height());
            pixels.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            overview.width(),
                            overview.height(),
                            PixelFormat.getIntArgbInstance(),
                            overview.argb(),
                            0,
                            overview.width());
            image = pixels;
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
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        WritableImage pixels = image;
        if (pixels != null) {
            g.setImageSmoothing(false); // smoothed, an image of one row takes up what lies beside it
            g.drawImage(pixels, 0, 0, getWidth(), getHeight());
        }
        outlineView(g);
    }

    private void outlineView(GraphicsContext g) {
        GridGeometry at = grid.geometry();
        double across = getWidth() / Math.max(1, at.columns() * at.cellWidth());
        double down = getHeight() / Math.max(1, at.rows() * at.cellHeight());
        double x = Math.min(Math.floor(at.scrollX() * across), getWidth() - 8);
        double y = Math.min(Math.floor(at.scrollY() * down), getHeight() - 8);
        double width = Math.clamp(Math.ceil(at.bodyWidth() * across), 8, getWidth() - x);
        double height = Math.clamp(Math.ceil(at.bodyHeight() * down), 8, getHeight() - y);
        Tones tones = grid.tones().get();
        g.setLineWidth(1);
        g.setStroke(ScreenColour.of(tones.window()));
        g.strokeRect(x + 1.5, y + 1.5, width - 3, height - 3);
        g.setStroke(ScreenColour.of(tones.selection()));
        g.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }

    private void go(MouseEvent event) {
        GridGeometry at = grid.geometry();
        double x = event.getX() / getWidth() * at.columns() * at.cellWidth() - at.bodyWidth() / 2;
        double y = event.getY() / getHeight() * at.rows() * at.cellHeight() - at.bodyHeight() / 2;
        grid.scrollTo(x, y);
        event.consume();
    }
}

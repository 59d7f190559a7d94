package org.gatescope.ui.diagnostics;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.ui.paint.CanvasPen;

/** A drawing that fills its place, takes the focus, and says what it shows. */
final class Plot extends Region {
    private final Canvas canvas = new Canvas();
    private final BiConsumer<Pen, Box> draw;

    /** @param draw into the whole of its place, which begins at 0, 0 */
    Plot(String id, BiConsumer<Pen, Box> draw) {
        this.draw = draw;
        setId(id);
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().add(canvas);
        setOnMousePressed(event -> {
            requestFocus();
            event.consume(); // kept from the scroll pane, which would take the focus for itself
        });
    }

    /** As high as wide, up to a limit. */
    void square(double most) {
        widthProperty().subscribe(width -> {
            double height = Math.clamp(width.doubleValue(), 60, most);
            if (getPrefHeight() != height) {
                setMinHeight(height);
                setPrefHeight(height);
            }
        });
    }

    void height(double height) {
        setMinHeight(height);
        setPrefHeight(height);
    }

    /** @param action true if it took the key */
    void onKey(Predicate<KeyEvent> action) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (action.test(event)) {
                event.consume();
            }
        });
    }

    void redraw() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw.accept(new CanvasPen(canvas), new Box(0, 0, canvas.getWidth(), canvas.getHeight()));
    }
}

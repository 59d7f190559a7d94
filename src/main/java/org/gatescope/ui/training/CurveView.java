package org.gatescope.ui.training;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.engine.training.Curve.Point;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Tones;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** One curve of a training, with its name and its number at the epoch that is shown or pointed at. A click goes there. */
public final class CurveView extends VBox {
    private static final Texts TEXTS = Texts.of(CurveView.class);
    private static final double HEIGHT = 104;

    private final String key;
    private final ToDoubleFunction<Point> figure;
    private final boolean isGradient;
    private final Label reading = new Label();
    private final Plot plot = new Plot();
    private IntConsumer onEpoch = epoch -> {};
    private List<Point> points = List.of();
    private @Nullable CurveDrawing drawing;

    /** @param key of its texts: {@code loss}, {@code norm} or {@code both} */
    public CurveView(String key, boolean isGradient, ToDoubleFunction<Point> figure) {
        this.key = key;
        this.figure = figure;
        this.isGradient = isGradient;
        Label name = new Label(TEXTS.get("curve." + key));
        name.getStyleClass().add("curve-name");
        reading.setId("curve-" + key + "-reading");
        reading.getStyleClass().addAll("muted", "figures");
        reading.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new HBox(name, space, reading), plot);
    }

    /** @param action told the epoch of a click */
    void setOnEpoch(IntConsumer action) {
        onEpoch = action;
    }

    /** @param before of another run, in grey */
    public void show(List<Point> of, List<Point> before, int epochs, int current, boolean logarithmic, Tones tones) {
        points = of;
        drawing = new CurveDrawing(
                of,
                before,
                figure,
                epochs,
                current,
                logarithmic,
                isGradient ? tones.backward() : tones.forward(),
                tones);
        plot.requestLayout();
        read(current);
    }

    private void read(int epoch) {
        Point point = at(epoch);
        reading.setText(
                point == null
                        ? ""
                        : TEXTS.get("curve.reading", point.epoch(), Digits.fixed(figure.applyAsDouble(point), 5)));
        plot.setAccessibleText(TEXTS.get("curve." + key) + ", " + reading.getText());
    }

    /** The update of an epoch, or the last one that is known before it. */
    private @Nullable Point at(int epoch) {
        int low = 0;
        int high = points.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (points.get(middle).epoch() <= epoch) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return points.isEmpty() ? null : points.get(low);
    }

    private final class Plot extends Region {
        private final Canvas canvas = new Canvas();

        Plot() {
            getChildren().add(canvas);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setId("curve-" + key);
            getStyleClass().add("curve");
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            setOnMouseMoved(event -> point(event.getX()));
            setOnMouseExited(event -> {
                if (drawing != null) {
                    read(drawing.current());
                }
            });
            setOnMouseClicked(event -> {
                if (drawing != null && !points.isEmpty()) {
                    onEpoch.accept(drawing.epoch(event.getX(), getWidth()));
                }
            });
        }

        private void point(double x) {
            if (drawing != null) {
                read(drawing.epoch(x, getWidth()));
            }
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(Math.max(1, getWidth()));
            canvas.setHeight(Math.max(1, getHeight()));
            GraphicsContext context = canvas.getGraphicsContext2D();
            context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            if (drawing != null) {
                drawing.draw(new CanvasPen(canvas), canvas.getWidth(), canvas.getHeight());
            }
        }
    }
}

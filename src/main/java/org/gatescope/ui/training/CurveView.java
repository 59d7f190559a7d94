package org.gatescope.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.gatescope.engine.training.Curve.Point;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.CurvePicture;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** One curve of a training, with its name and its number at the epoch that is shown or pointed at. A click goes there. */
public final class CurveView extends VBox {
    private static final Texts TEXTS = Texts.of(CurveView.class);
    private static final double HEIGHT = 104;

    private final String key;
    private final ToDoubleFunction<Point> figure;
    private final Optional<ToDoubleFunction<Point>> tested;
    private final boolean isGradient;
    private final int decimals;
    private final Label reading = new Label();
    private final Drawn plot = new Drawn(this::picture);
    private IntConsumer onEpoch = epoch -> {};
    private List<Point> points = List.of();
    private @Nullable Shown shown;
    private boolean hasPerplexity;

    /** All but the points. */
    private record Shown(List<Point> before, int epochs, int current, boolean logarithmic, Tones tones) {}

    /** @param key of its texts: {@code loss}, {@code norm} or {@code both} */
    public CurveView(String key, boolean isGradient, ToDoubleFunction<Point> figure) {
        this(key, isGradient, 5, figure, Optional.empty());
    }

    /**
     * @param decimals of the number that is read
     * @param tested   the same of sequences that are not trained on
     */
    CurveView(
            String key,
            boolean isGradient,
            int decimals,
            ToDoubleFunction<Point> figure,
            Optional<ToDoubleFunction<Point>> tested) {
        this.key = key;
        this.figure = figure;
        this.tested = tested;
        this.decimals = decimals;
        this.isGradient = isGradient;
        getStyleClass().add("curve-view");
        Label name = new Label(TEXTS.get("curve." + key));
        name.getStyleClass().add("curve-name");
        reading.setId("curve-" + key + "-reading");
        reading.getStyleClass().addAll("muted", "figures");
        reading.setWrapText(true); // two perplexities are longer than the room is wide
        reading.setMinWidth(0);
        reading.setMaxWidth(Double.MAX_VALUE);
        reading.setAlignment(Pos.CENTER_RIGHT);
        reading.setTextAlignment(TextAlignment.RIGHT);
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(reading, Priority.ALWAYS);
        preparePlot();
        HBox heading = new HBox(8, name, reading);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getChildren()
                .add(Fillable.of(this, key, name.getText())
                        .byDoubleClick(heading)
                        .button());
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(heading, plot);
    }

    /** Whether e to the figure is said beside it, which is the perplexity of a mean cross-entropy. */
    void setPerplexity(boolean on) {
        hasPerplexity = on;
    }

    /** @param action told the epoch of a click */
    void setOnEpoch(IntConsumer action) {
        onEpoch = action;
    }

    /** @param before of another run, in grey */
    public void show(List<Point> of, List<Point> before, int epochs, int current, boolean logarithmic, Tones tones) {
        points = of;
        shown = new Shown(before, epochs, current, logarithmic, tones);
        plot.redraw();
        read(current);
    }

    private void read(int epoch) {
        Point point = at(epoch);
        reading.setText(point == null ? "" : words(point));
        plot.setAccessibleText(TEXTS.get("curve." + key) + ", " + reading.getText());
    }

    private String words(Point point) {
        String value = value(figure.applyAsDouble(point));
        double test = tested.map(of -> of.applyAsDouble(point)).orElse(Double.NaN);
        return Double.isNaN(test)
                ? TEXTS.get("curve.reading", point.epoch(), value)
                : TEXTS.get("curve.reading.tests", point.epoch(), value, value(test));
    }

    private String value(double number) {
        String fixed = Numerals.fixed(number, decimals);
        return hasPerplexity ? TEXTS.get("curve.perplexity", fixed, Numerals.rounded(Math.exp(number), 4)) : fixed;
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

    private Picture picture(double width, double height) {
        Shown of = shown;
        return of == null
                ? new Blank(width, height)
                : new CurvePicture(
                        width,
                        height,
                        points,
                        of.before(),
                        figure,
                        tested,
                        of.epochs(),
                        of.current(),
                        of.logarithmic(),
                        isGradient ? of.tones().backward() : of.tones().forward(),
                        of.tones());
    }

    private void preparePlot() {
        plot.setMinHeight(HEIGHT);
        plot.setPrefHeight(HEIGHT);
        plot.setMaxHeight(Double.MAX_VALUE);
        plot.setId("curve-" + key);
        plot.getStyleClass().add("curve");
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.setOnMouseMoved(event -> epoch(event).ifPresent(this::read));
        plot.setOnMouseExited(event -> {
            if (shown != null) {
                read(shown.current());
            }
        });
        plot.setOnMouseClicked(event -> {
            if (!points.isEmpty()) {
                epoch(event).ifPresent(onEpoch);
            }
        });
    }

    private OptionalInt epoch(MouseEvent event) {
        return picture(plot.getWidth(), plot.getHeight()) instanceof CurvePicture curve
                ? OptionalInt.of(curve.epoch(event.getX()))
                : OptionalInt.empty();
    }
}

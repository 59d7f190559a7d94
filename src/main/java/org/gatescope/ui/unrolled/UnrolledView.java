package org.gatescope.ui.unrolled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.gatescope.picture.Box;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.lane.ThinLane;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** The drawing of the unrolled network on the shared time axis. It shows what it is given and tells what is pointed at. */
final class UnrolledView extends Region {
    private static final Duration FOLDING = Duration.millis(400);
    private static final Duration GLIDING = Duration.millis(140);
    /** Further than this the playhead jumps. */
    private static final double FARTHEST_GLIDE = 3;

    private final ObjectProperty<TimeAxis> axis;
    private final Canvas canvas = new Canvas();
    private final DoubleProperty fold = new SimpleDoubleProperty();
    private final DoubleProperty focus = new SimpleDoubleProperty();
    private final BooleanProperty rolled = new SimpleBooleanProperty();
    private final BooleanProperty animated =
            new SimpleBooleanProperty(!Platform.getPreferences().isReducedMotion());
    private final Timeline folding = new Timeline();
    private final Timeline gliding = new Timeline();
    private final List<ThinLane> band = new ArrayList<>();
    private @Nullable Scene scene;
    private BiConsumer<UnrolledHit, MouseEvent> onClick = (hit, event) -> {};
    private BiConsumer<Optional<UnrolledHit>, MouseEvent> onHover = (hit, event) -> {};

    /** All that is drawn, but for where. */
    record Scene(
            List<RowNumbers> numbers,
            UnrolledDrawing.Words words,
            int chunk,
            int current,
            String part,
            boolean isBack,
            UnrolledColours colours,
            UnrolledMarks marks) {
        List<NetworkRow> rows() {
            return numbers.stream().map(RowNumbers::row).toList();
        }
    }

    UnrolledView(ObjectProperty<TimeAxis> axis) {
        this.axis = axis;
        getStyleClass().add("unrolled");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        axis.subscribe(this::axisChanged);
        fold.subscribe(this::requestLayout);
        focus.subscribe(this::requestLayout);
        rolled.subscribe(this::foldOrUnfold);
        setOnMousePressed(event -> {
            requestFocus();
            event.consume(); // kept from the scroll pane, which would take the focus for itself
        });
        setOnMouseClicked(this::clicked);
        setOnMouseMoved(event -> onHover.accept(hit(event), event));
        setOnMouseExited(event -> onHover.accept(Optional.empty(), event));
        sceneProperty().subscribe(this::stopWithWindow);
    }

    BooleanProperty rolledProperty() {
        return rolled;
    }

    /** False for changes at once, without anything moving. */
    BooleanProperty animatedProperty() {
        return animated;
    }

    void setOnClick(BiConsumer<UnrolledHit, MouseEvent> action) {
        onClick = action;
    }

    void setOnHover(BiConsumer<Optional<UnrolledHit>, MouseEvent> action) {
        onHover = action;
    }

    /** Shows another run, or other colours. */
    void show(Scene shown) {
        scene = shown;
        getChildren().removeAll(band);
        band.clear();
        for (RowNumbers row : shown.numbers()) {
            if (row.row().kind() == NetworkRow.Kind.LAYER) {
                RowNumbers.Shown output = row.output();
                band.add(new ThinLane(
                        output.content(),
                        output.scale(),
                        shown.colours().palette(output.quantity().family()),
                        shown.colours().tones(),
                        axis.get()));
            }
        }
        getChildren().addAll(0, band); // the playhead's marks are drawn over them
        focus.set(Math.max(0, shown.current()));
        requestLayout();
    }

    /** The same run with the playhead elsewhere. */
    void move(Scene moved) {
        scene = moved;
        band.forEach(ThinLane::playheadMoved);
        glideTo(Math.max(0, moved.current()));
        requestLayout();
    }

    private void glideTo(double step) {
        gliding.stop();
        boolean glides = animated.get() && isShown() && Math.abs(step - focus.get()) <= FARTHEST_GLIDE;
        if (glides && step != focus.get()) {
            gliding.getKeyFrames().setAll(new KeyFrame(GLIDING, new KeyValue(focus, step, Interpolator.EASE_BOTH)));
            gliding.playFromStart();
        } else {
            focus.set(step);
        }
    }

    private void foldOrUnfold() {
        folding.stop();
        double target = rolled.get() ? 1 : 0;
        if (animated.get() && isShown()) {
            folding.getKeyFrames().setAll(new KeyFrame(FOLDING, new KeyValue(fold, target, Interpolator.EASE_BOTH)));
            folding.playFromStart();
        } else {
            fold.set(target);
        }
    }

    private boolean isShown() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    /** A timeline that runs keeps its view alive. */
    private void stopWithWindow(javafx.scene.@Nullable Scene now) {
        if (now == null) {
            folding.stop();
            gliding.stop();
        }
    }

    private void axisChanged() {
        band.forEach(lane -> lane.setAxis(axis.get()));
        requestLayout();
    }

    /** Null before the first run. */
    @Nullable UnrolledLayout placed() {
        return scene == null ? null : UnrolledLayout.of(scene.rows(), axis.get(), focus.get(), getHeight(), fold.get());
    }

    private boolean isLens() {
        return VisibleSteps.of(axis.get(), focus.get()).isLens();
    }

    @Override
    protected double computePrefHeight(double width) {
        return scene == null ? 0 : UnrolledLayout.comfortableHeight(scene.rows(), isLens());
    }

    @Override
    protected double computeMinHeight(double width) {
        return scene == null ? 0 : UnrolledLayout.leastHeight(scene.rows(), isLens());
    }

    @Override
    protected void layoutChildren() {
        UnrolledLayout layout = placed();
        if (scene == null || layout == null || getHeight() < 1) {
            return;
        }
        canvas.setWidth(TimeAxis.HEADING + axis.get().width());
        canvas.setHeight(getHeight());
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        CanvasPen pen = new CanvasPen(canvas);
        new UnrolledHeadings(layout, scene.colours()).draw(pen);
        context.save();
        context.beginPath();
        context.rect(TimeAxis.HEADING, 0, axis.get().width(), getHeight());
        context.clip();
        context.translate(TimeAxis.HEADING, 0);
        scene.marks().drawBelow(pen, layout, scene);
        new UnrolledDrawing(
                        layout,
                        scene.numbers(),
                        scene.words(),
                        scene.chunk(),
                        scene.current(),
                        scene.part(),
                        scene.isBack(),
                        scene.colours())
                .draw(pen);
        scene.marks().drawAbove(pen, layout, scene);
        context.restore();
        placeBand(layout);
    }

    private void placeBand(UnrolledLayout layout) {
        int place = 0;
        for (int row = 0; row < layout.rows().size(); row++) {
            if (layout.kind(row) == NetworkRow.Kind.LAYER) {
                ThinLane lane = band.get(place++);
                lane.setVisible(layout.stretch().isLens());
                Box box = layout.band(row);
                lane.resizeRelocate(TimeAxis.HEADING + box.x(), box.y(), box.width(), box.height());
            }
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            hit(event).ifPresent(hit -> onClick.accept(hit, event));
        }
    }

    /** A cell, or a thin column: that of the layer's output. */
    private Optional<UnrolledHit> hit(MouseEvent event) {
        UnrolledLayout layout = placed();
        double x = event.getX() - TimeAxis.HEADING;
        if (scene == null || layout == null || x < 0) {
            return Optional.empty();
        }
        if (layout.stretch().isLens() && event.getY() >= layout.bandTop()) {
            return inBand(layout, x, event.getY());
        }
        return Optional.ofNullable(UnrolledHit.at(layout, scene.numbers(), x, event.getY()));
    }

    private Optional<UnrolledHit> inBand(UnrolledLayout layout, double x, double y) {
        for (int row = 0; row < layout.rows().size(); row++) {
            boolean isHere = layout.kind(row) == NetworkRow.Kind.LAYER
                    && y >= layout.band(row).y() - 1
                    && y < layout.band(row).bottom() + 1;
            if (isHere && axis.get().covers(x)) {
                return Optional.of(new UnrolledHit(row, axis.get().stepAt(x), null, 0));
            }
        }
        return Optional.empty();
    }
}

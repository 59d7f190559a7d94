package org.gatescope.ui.unrolled;

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
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Picture;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.NetworkRow;
import org.gatescope.picture.network.NetworkScene;
import org.gatescope.picture.network.ThinBand;
import org.gatescope.picture.network.UnrolledHit;
import org.gatescope.picture.network.UnrolledLayout;
import org.gatescope.picture.network.UnrolledPicture;
import org.gatescope.picture.network.VisibleSteps;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** The drawing of the unrolled network on the shared time axis. It shows what it is given and tells what is pointed at. */
final class UnrolledView extends Region {
    private static final Duration FOLDING = Duration.millis(400);
    private static final Duration GLIDING = Duration.millis(140);
    /** Further than this the playhead jumps. */
    private static final double FARTHEST_GLIDE = 3;

    private final ObjectProperty<TimeAxis> axis;
    private final Drawn drawn = new Drawn(this::shown);
    private final DoubleProperty fold = new SimpleDoubleProperty();
    private final DoubleProperty focus = new SimpleDoubleProperty();
    private final BooleanProperty rolled = new SimpleBooleanProperty();
    private final BooleanProperty animated =
            new SimpleBooleanProperty(!Platform.getPreferences().isReducedMotion());
    private final Timeline folding = new Timeline();
    private final Timeline gliding = new Timeline();
    /** Of the scene on the axis; empty until they are seen. */
    private List<ThinBand> bands = List.of();

    private @Nullable NetworkScene scene;
    private BiConsumer<UnrolledHit, MouseEvent> onClick = (hit, event) -> {};
    private BiConsumer<Optional<UnrolledHit>, MouseEvent> onHover = (hit, event) -> {};

    UnrolledView(ObjectProperty<TimeAxis> axis) {
        this.axis = axis;
        getStyleClass().add("unrolled");
        getChildren().add(drawn);
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
        setOnMouseMoved(event -> {
            Optional<UnrolledHit> hit = hit(event);
            setCursor(hit.isPresent() ? Cursor.HAND : null);
            onHover.accept(hit, event);
        });
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
    void show(NetworkScene shown) {
        scene = shown;
        bands = List.of();
        focus.set(Math.max(0, shown.current()));
        requestLayout();
    }

    /** The same run with the playhead elsewhere. */
    void move(NetworkScene moved) {
        scene = moved;
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
    private void stopWithWindow(@Nullable Scene now) {
        if (now == null) {
            folding.stop();
            gliding.stop();
        }
    }

    private void axisChanged() {
        bands = List.of();
        requestLayout();
    }

    /** Null before the first run. */
    @Nullable UnrolledLayout placed() {
        return scene == null ? null : UnrolledLayout.of(scene.rows(), axis.get(), focus.get(), getHeight(), fold.get());
    }

    /** Whether not all steps are drawn in full. */
    boolean isLens() {
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

    /** What it makes use of, in pixels. */
    double roomyHeight() {
        return scene == null ? 0 : UnrolledLayout.roomyHeight(scene.rows(), isLens());
    }

    /** Empty before the first run. */
    private Optional<UnrolledPicture> picture() {
        NetworkScene shown = scene;
        UnrolledLayout layout = placed();
        if (shown == null || layout == null) {
            return Optional.empty();
        }
        if (bands.isEmpty() && layout.stretch().isLens()) {
            bands = shown.numbers().stream()
                    .filter(row -> row.row().kind() == NetworkRow.Kind.LAYER)
                    .map(row -> ThinBand.of(row, axis.get(), shown.colours()))
                    .toList();
        }
        List<ThinBand> seen = layout.stretch().isLens() ? bands : List.of();
        return Optional.of(new UnrolledPicture(shown, layout, seen));
    }

    private Picture shown(double width, double height) {
        return picture().<Picture>map(picture -> picture).orElse(new Blank(width, height));
    }

    @Override
    protected void layoutChildren() {
        drawn.resizeRelocate(0, 0, getWidth(), getHeight());
        drawn.setResting(getHeight() < 1);
        drawn.redraw();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            hit(event).ifPresent(hit -> onClick.accept(hit, event));
        }
    }

    private Optional<UnrolledHit> hit(MouseEvent event) {
        return picture().flatMap(shown -> shown.hit(event.getX(), event.getY()));
    }
}

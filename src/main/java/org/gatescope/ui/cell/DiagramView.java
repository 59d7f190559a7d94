package org.gatescope.ui.cell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.Box;
import org.gatescope.ui.cell.DiagramMarks.Unit;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** A diagram as wide as there is room for it. It shows what it is given and tells what is pointed at. */
final class DiagramView extends Region {
    /** Larger ones look coarse, smaller ones cannot be read: those scroll. */
    private static final double LARGEST = 1.15;

    private static final double SMALLEST = 0.62;

    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private @Nullable DiagramDrawing drawing;
    private Consumer<Unit> onClick = unit -> {};
    private Function<Unit, String> words = unit -> "";

    DiagramView() {
        getStyleClass().add("cell-diagram");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMousePressed(event -> {
            requestFocus();
            event.consume(); // kept from the scroll pane, which would take the focus for itself
        });
        setOnMouseClicked(this::clicked);
        setOnMouseMoved(this::hovered);
        setOnMouseExited(event -> tip.hide());
    }

    void setOnClick(Consumer<Unit> action) {
        onClick = action;
    }

    /** @param say name and value of a unit */
    void setWords(Function<Unit, String> say) {
        words = say;
    }

    void show(@Nullable DiagramDrawing shown) {
        boolean isOfAnotherSize =
                drawing == null || shown == null || !shown.layout().equals(drawing.layout());
        drawing = shown;
        if (isOfAnotherSize && getParent() != null) {
            getParent().requestLayout();
        }
        requestLayout();
    }

    /** Where a node is drawn, within this view. */
    Optional<Box> place(int node) {
        DiagramDrawing shown = drawing;
        if (shown == null || node >= shown.layout().nodes().size()) {
            return Optional.empty();
        }
        Box box = shown.layout().nodes().get(node);
        double scale = scale(roomWidth);
        return Optional.of(
                new Box(left() + box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale));
    }

    /** How large it is drawn in a panel of this width. */
    double scale(double width) {
        return drawing == null || width <= 0
                ? 1
                : Math.clamp(width / drawing.layout().width(), SMALLEST, LARGEST);
    }

    double heightFor(double width) {
        return drawing == null ? 0 : Math.ceil(drawing.layout().height() * scale(width));
    }

    double widthFor(double width) {
        return drawing == null
                ? width
                : Math.max(width, Math.ceil(drawing.layout().width() * scale(width)));
    }

    private double roomWidth = 1;

    void setRoom(double width) {
        roomWidth = width;
        setPrefSize(widthFor(width), heightFor(width));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private double left() {
        return drawing == null
                ? 0
                : Math.max(0, Math.floor((getWidth() - drawing.layout().width() * scale(roomWidth)) / 2));
    }

    @Override
    protected void layoutChildren() {
        DiagramDrawing shown = drawing;
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (shown == null) {
            return;
        }
        context.save();
        context.translate(left(), 0);
        context.scale(scale(roomWidth), scale(roomWidth));
        shown.draw(new CanvasPen(canvas));
        context.restore();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            unit(event).ifPresent(onClick);
        }
    }

    private void hovered(MouseEvent event) {
        Optional<Unit> unit = unit(event);
        if (unit.isPresent()) {
            tip.setText(words.apply(unit.get()));
            tip.show(this, event.getScreenX() + 14, event.getScreenY() + 14);
        } else {
            tip.hide();
        }
    }

    /** A unit of the node that was hit; beside its strip the first one. */
    private Optional<Unit> unit(MouseEvent event) {
        DiagramDrawing shown = drawing;
        if (shown == null) {
            return Optional.empty();
        }
        double x = (event.getX() - left()) / scale(roomWidth);
        double y = event.getY() / scale(roomWidth);
        for (int node = 0; node < shown.layout().nodes().size(); node++) {
            if (contains(shown.layout().nodes().get(node), x, y)) {
                Box strip = shown.strip(node);
                int units = shown.numbers().get(node).value().columns();
                int unit = (int) Math.floor((x - strip.x()) / strip.width() * units);
                boolean isOnStrip = contains(strip, x, y) && unit >= 0 && unit < units;
                return Optional.of(new Unit(node, isOnStrip ? unit : 0));
            }
        }
        return Optional.empty();
    }

    private static boolean contains(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }
}

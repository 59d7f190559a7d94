package org.gatescope.ui.cell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Box;
import org.gatescope.picture.Picture;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.DiagramPicture;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** A diagram as wide as there is room for it. It shows what it is given and tells what is pointed at. */
final class DiagramView extends StackPane {
    /** Larger ones look coarse, smaller ones cannot be read: those scroll. */
    private static final double LARGEST = 1.15;

    private static final double SMALLEST = 0.62;

    private final Drawn drawn = new Drawn(this::picture);
    private final Tooltip tip = new Tooltip();
    private @Nullable DiagramPicture drawing;
    private double roomWidth = 1;
    private Consumer<Unit> onClick = unit -> {};
    private Function<Unit, String> words = unit -> "";

    DiagramView() {
        getStyleClass().add("cell-diagram");
        getChildren().add(drawn);
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

    /** @param shown of any width and scale: this view has its own; null for none */
    void show(@Nullable DiagramPicture shown) {
        boolean isOfAnotherSize =
                drawing == null || shown == null || !shown.layout().equals(drawing.layout());
        drawing = shown;
        if (isOfAnotherSize && getParent() != null) {
            getParent().requestLayout();
        }
        drawn.redraw();
    }

    private Optional<DiagramPicture> fitted(double width) {
        return Optional.ofNullable(drawing).map(shown -> shown.fitted(width, scale(roomWidth)));
    }

    private Picture picture(double width, double height) {
        return fitted(width).<Picture>map(shown -> shown).orElse(new Blank(width, height));
    }

    /** Where a node is drawn, within this view. */
    Optional<Box> place(int node) {
        return fitted(getWidth()).flatMap(shown -> shown.place(node));
    }

    /** How large it is drawn in a panel of this width. */
    double scale(double width) {
        return drawing == null || width <= 0
                ? 1
                : Math.clamp(width / drawing.layout().width(), SMALLEST, LARGEST);
    }

    double heightFor(double width) {
        return drawing == null ? 0 : DiagramPicture.height(drawing.layout(), scale(width));
    }

    double widthFor(double width) {
        return drawing == null
                ? width
                : Math.max(width, Math.ceil(drawing.layout().width() * scale(width)));
    }

    void setRoom(double width) {
        if (roomWidth != width) {
            roomWidth = width;
            drawn.redraw();
        }
        setPrefSize(widthFor(width), heightFor(width));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
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

    private Optional<Unit> unit(MouseEvent event) {
        return fitted(getWidth()).flatMap(shown -> shown.at(event.getX(), event.getY()));
    }
}

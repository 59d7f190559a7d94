package org.gatescope.ui.projector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.gatescope.text.Texts;

/** Lies over the picture: lines that are drawn on it, the pointer, and black. With the arrow the mouse goes through it. */
public final class Board extends Pane {
    private static final Texts TEXTS = Texts.of(Board.class);
    /** Of the pointer, in pixels. */
    private static final double SPOT = 7;

    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.ARROW);
    private final BooleanProperty black = new SimpleBooleanProperty();
    private final Group lines = new Group();
    private final Circle spot = new Circle(SPOT);
    private final Region night = new Region();
    private Polyline line = new Polyline();

    /** Empty, with the arrow. */
    public Board() {
        getStyleClass().add("board");
        getStylesheets().add(Board.class.getResource("projector.css").toExternalForm());
        setAccessibleText(TEXTS.get("board"));
        setMinSize(0, 0);
        lines.setManaged(false);
        lines.setMouseTransparent(true);
        spot.getStyleClass().add("spot");
        spot.setManaged(false);
        spot.setMouseTransparent(true);
        night.getStyleClass().add("night");
        night.visibleProperty().bind(black);
        spot.setVisible(false);
        getChildren().addAll(lines, spot, night);
        mouseTransparentProperty().bind(tool.isEqualTo(Tool.ARROW).and(black.not()));
        tool.subscribe(now -> {
            setCursor(now == Tool.POINTER ? Cursor.NONE : Cursor.CROSSHAIR);
            spot.setVisible(false);
        });
        addEventHandler(MouseEvent.ANY, this::mouse);
    }

    /** What the mouse does. */
    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** Whether nothing is shown, so that everybody looks elsewhere. */
    public BooleanProperty blackProperty() {
        return black;
    }

    /** Whether anything is drawn. */
    public boolean isEmpty() {
        return lines.getChildren().isEmpty();
    }

    /** Takes away all lines. */
    public void wipe() {
        lines.getChildren().clear();
    }

    private void mouse(MouseEvent event) {
        if (tool.get() == Tool.POINTER) {
            spot.setVisible(event.getEventType() != MouseEvent.MOUSE_EXITED);
            spot.setCenterX(event.getX());
            spot.setCenterY(event.getY());
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            begin();
            add(event);
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            add(event);
        }
        event.consume();
    }

    private void begin() {
        line = new Polyline();
        line.getStyleClass().setAll("stroke", tool.get().id());
        lines.getChildren().add(line);
    }

    /** A click alone leaves a dot. */
    private void add(MouseEvent event) {
        line.getPoints().addAll(event.getX(), event.getY(), event.getX(), event.getY());
    }

    @Override
    protected void layoutChildren() {
        night.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}

package org.gatescope.ui.equations;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** A small heatmap with its norm below. A click, or Enter on the square that the arrow keys go to, opens a number. */
final class ShareMap extends VBox {
    private static final Texts TEXTS = Texts.of(ShareMap.class);
    private static final double TALLEST = 84;
    private static final double LARGEST_SQUARE = 16;
    private static final double ROOM = 1;

    /** Numbers in rows and columns. */
    @FunctionalInterface
    interface Numbers {
        double at(int row, int column);
    }

    /** What is done with a square. */
    @FunctionalInterface
    interface Opening {
        void open(int row, int column);
    }

    private final String key;
    private final Canvas canvas = new Canvas();
    private final Label title = new Label();
    private final Label norm = new Label();
    private final Tooltip tip = new Tooltip();
    private @Nullable Raster raster;
    private Numbers numbers = (row, column) -> 0;
    private Box place = new Box(0, 0, 0, 0);
    private Tones tones = Tones.LIGHT;
    private int rows;
    private int columns;
    private int row;
    private int column;
    private boolean there;

    ShareMap(String key, Opening opening) {
        this.key = key;
        getStyleClass().add("share-map");
        title.getStyleClass().add("share-title");
        norm.getStyleClass().add("share-norm");
        canvas.setId("share-" + key);
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.focusedProperty().subscribe(now -> draw());
        canvas.setOnMouseClicked(event -> {
            if (point(event)) {
                opening.open(row, column);
            }
        });
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(event -> tip.hide());
        canvas.setOnKeyPressed(event -> press(event, opening));
        getChildren().addAll(title, canvas, norm);
    }

    /** How large the squares are drawn, for so many of them in so much width. */
    static double square(int rows, int columns, double width) {
        return Math.min(LARGEST_SQUARE, Math.min(width / Math.max(1, columns), TALLEST / Math.max(1, rows)));
    }

    void setTitle(String text) {
        title.setText(text);
    }

    /**
     * Shows other numbers.
     *
     * @param isThere false where they are not yet computed
     */
    void show(Numbers shown, int newRows, int newColumns, boolean isThere, Scale scale, boolean dark, double width) {
        numbers = shown;
        rows = newRows;
        columns = newColumns;
        there = isThere;
        row = Math.min(row, Math.max(0, rows - 1));
        column = Math.min(column, Math.max(0, columns - 1));
        double square = square(rows, columns, width);
        place = new Box(ROOM, ROOM, Math.max(1, columns * square), Math.max(1, rows * square));
        canvas.setWidth(Math.ceil(place.width()) + 2 * ROOM);
        canvas.setHeight(Math.ceil(place.height()) + 2 * ROOM);
        norm.setText(TEXTS.get("share.norm", isThere ? paint(scale, Palette.of(Family.GRADIENTS, dark)) : "–"));
        tones = Tones.of(dark);
        draw();
        speak();
    }

    /** @return the norm, printed */
    private String paint(Scale scale, Palette palette) {
        double squares = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double value = numbers.at(r, c);
                squares += value * value;
            }
        }
        raster = Raster.of(columns, rows, (c, r) -> palette.argb(scale.index(numbers.at(r, c))));
        return Digits.brief(Math.sqrt(squares));
    }

    private void draw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        drawOn(new CanvasPen(canvas));
    }

    void drawOn(Pen pen) {
        if (rows == 0 || columns == 0) {
            return;
        }
        if (there && raster != null) {
            pen.raster(place, raster);
        } else {
            pen.hatch(place, tones.hatch());
        }
        pen.frame(place.inset(-ROOM), tones.border());
        if (canvas.isFocused()) {
            frame(pen, tones.selection());
        }
    }

    private void frame(Pen pen, Rgb colour) {
        double width = place.width() / columns;
        double height = place.height() / rows;
        pen.frame(
                new Box(place.x() + column * width, place.y() + row * height, Math.max(3, width), Math.max(3, height)),
                colour);
    }

    private boolean point(MouseEvent event) {
        int c = (int) Math.floor((event.getX() - place.x()) / place.width() * columns);
        int r = (int) Math.floor((event.getY() - place.y()) / place.height() * rows);
        boolean isWithin = r >= 0 && r < rows && c >= 0 && c < columns && there;
        if (isWithin) {
            row = r;
            column = c;
        }
        return isWithin;
    }

    private void hover(MouseEvent event) {
        if (point(event)) {
            tip.setText(reading());
            tip.show(canvas, event.getScreenX() + 14, event.getScreenY() + 16);
        } else {
            tip.hide();
        }
    }

    private void press(KeyEvent event, Opening opening) {
        switch (event.getCode()) {
            case LEFT -> go(row, column - 1);
            case RIGHT -> go(row, column + 1);
            case UP -> go(row - 1, column);
            case DOWN -> go(row + 1, column);
            case ENTER -> {
                if (there) {
                    opening.open(row, column);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int newRow, int newColumn) {
        row = Math.clamp(newRow, 0, Math.max(0, rows - 1));
        column = Math.clamp(newColumn, 0, Math.max(0, columns - 1));
        draw();
        speak();
    }

    private String reading() {
        String value = there ? Digits.exact(numbers.at(row, column)) : TEXTS.get("share.not-yet");
        return TEXTS.get("share.reading", title.getText(), row, column, value);
    }

    private void speak() {
        canvas.setAccessibleText(TEXTS.get("share.spoken", TEXTS.get("share." + key), norm.getText())
                + (rows > 0 && columns > 0 ? " " + reading() : ""));
    }
}

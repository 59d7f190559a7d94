package org.gatescope.ui.equations;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.ShareMapPicture;
import org.gatescope.picture.chart.ShareMapPicture.Place;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** A small heatmap with its norm below. A click, or Enter on the square that the arrow keys go to, opens a number. */
final class ShareMap extends VBox {
    private static final Texts TEXTS = Texts.of(ShareMap.class);
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
    private final Drawn map = new Drawn((width, height) -> picture());
    private final Label title = new Label();
    private final Label norm = new Label();
    private final Tooltip tip = new Tooltip();
    private @Nullable Raster raster;
    private Numbers numbers = (row, column) -> 0;
    private double square;
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
        map.setId("share-" + key);
        map.setCursor(Cursor.HAND);
        map.setFocusTraversable(true);
        Shortcuts.keepArrows(map);
        map.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        map.focusedProperty().subscribe(now -> map.redraw());
        map.setOnMouseClicked(event -> {
            if (point(event)) {
                opening.open(row, column);
            }
        });
        map.setOnMouseMoved(this::hover);
        map.setOnMouseExited(event -> tip.hide());
        map.setOnKeyPressed(event -> press(event, opening));
        getChildren().addAll(title, map, norm);
    }

    void setTitle(String text) {
        title.setText(text);
    }

    /**
     * Shows other numbers.
     *
     * @param isThere false where they are not yet computed
     */
    void show(Numbers shown, int newRows, int newColumns, boolean isThere, Scale scale, Ground ground, double width) {
        numbers = shown;
        rows = newRows;
        columns = newColumns;
        there = isThere;
        row = Math.min(row, Math.max(0, rows - 1));
        column = Math.min(column, Math.max(0, columns - 1));
        square = ShareMapPicture.square(rows, columns, width);
        norm.setText(TEXTS.get("share.norm", isThere ? paint(scale, Palette.of(Family.GRADIENTS, ground)) : "–"));
        tones = Tones.of(ground);
        ShareMapPicture picture = picture();
        map.setMinSize(picture.width(), picture.height());
        map.setPrefSize(picture.width(), picture.height());
        map.setMaxSize(picture.width(), picture.height());
        map.redraw();
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
        return Numerals.rounded(Math.sqrt(squares), 3);
    }

    private ShareMapPicture picture() {
        Place chosen = map.isFocused() ? new Place(row, column) : null;
        return new ShareMapPicture(rows, columns, square, there ? raster : null, chosen, tones);
    }

    private boolean point(MouseEvent event) {
        Place hit = picture().at(event.getX(), event.getY());
        if (hit == null || !there) {
            return false;
        }
        row = hit.row();
        column = hit.column();
        return true;
    }

    private void hover(MouseEvent event) {
        if (point(event)) {
            tip.setText(reading());
            tip.show(map, event.getScreenX() + 14, event.getScreenY() + 16);
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
        map.redraw();
        speak();
    }

    private String reading() {
        String value = there ? Numerals.exact(numbers.at(row, column)) : TEXTS.get("share.not-yet");
        return TEXTS.get("share.reading", title.getText(), row, column, value);
    }

    private void speak() {
        map.setAccessibleText(TEXTS.get("share.spoken", TEXTS.get("share." + key), norm.getText())
                + (rows > 0 && columns > 0 ? " " + reading() : ""));
    }
}

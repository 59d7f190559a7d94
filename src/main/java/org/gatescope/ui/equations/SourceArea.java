package org.gatescope.ui.equations;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** A cell's text with line numbers at its left, and a mark where something is wrong. */
final class SourceArea extends Region {
    private static final Texts TEXTS = Texts.of(SourceArea.class);
    private static final double GUTTER = 28;
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 16;

    private final TextArea area = new TextArea();
    private final Label numbers = new Label();
    private final Region gutter = new Region();
    private final Region mark = new Region();
    private @Nullable CellDraft draft;
    private int counted;

    SourceArea() {
        getStyleClass().add("source-area");
        area.setId("cell-source");
        area.getStyleClass().add("source");
        area.setAccessibleText(TEXTS.get("source"));
        numbers.getStyleClass().add("line-numbers");
        numbers.setMouseTransparent(true);
        gutter.getStyleClass().add("gutter");
        gutter.setMouseTransparent(true);
        mark.getStyleClass().add("error-mark");
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        Rectangle within = new Rectangle();
        within.widthProperty().bind(widthProperty());
        within.heightProperty().bind(heightProperty());
        setClip(within); // the numbers go on below what is in view
        getChildren().addAll(area, gutter, numbers, mark);
        area.scrollTopProperty().subscribe(now -> requestLayout());
        area.scrollLeftProperty().subscribe(now -> requestLayout());
        area.textProperty().subscribe(now -> count());
    }

    TextArea area() {
        return area;
    }

    /** Marks what is wrong with the text, if anything is. */
    void show(CellDraft shown) {
        draft = shown;
        requestLayout();
    }

    private void count() {
        int lines = (int) area.getText().chars().filter(c -> c == '\n').count() + 1;
        if (lines != counted) {
            counted = lines;
            numbers.setText(
                    IntStream.rangeClosed(1, lines).mapToObj(String::valueOf).collect(Collectors.joining("\n")));
            area.setPrefRowCount(Math.clamp(lines + 1, LEAST_ROWS, MOST_ROWS)); // a scroll bar takes one
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return area.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return area.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 280;
    }

    @Override
    protected void layoutChildren() {
        area.resizeRelocate(GUTTER, 0, getWidth() - GUTTER, getHeight());
        area.layout();
        gutter.resizeRelocate(0, 0, GUTTER, getHeight());
        Rectangle2D first = place(0);
        double width = numbers.prefWidth(-1);
        numbers.resizeRelocate(
                Math.max(0, GUTTER - width - 6), first == null ? 0 : first.getMinY(), width, numbers.prefHeight(-1));
        layoutMark();
    }

    private void layoutMark() {
        CellDraft shown = draft;
        Rectangle2D place =
                shown == null || shown.error().isEmpty() || !shown.text().equals(area.getText())
                        ? null
                        : place(shown.errorIndex());
        boolean isInView = place != null && place.getMinX() >= 0 && place.getMaxY() <= getHeight();
        mark.setVisible(isInView);
        if (place != null && isInView) {
            double width = Math.max(7, place.getWidth());
            mark.resizeRelocate(GUTTER + place.getMinX(), place.getMaxY() - 1, width, 2);
        }
    }

    /** Of a character within the text area; null before that has been laid out. */
    private @Nullable Rectangle2D place(int index) {
        Node content = area.lookup(".content");
        return content != null && area.getSkin() instanceof TextAreaSkin skin
                ? skin.getCharacterBounds(Math.min(index, area.getLength()))
                : null;
    }
}

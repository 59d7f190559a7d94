package org.gatescope.ui.lesson;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import org.gatescope.cell.Convention;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;

/**
 * A curve over time that is drawn: with the mouse, or with the arrow keys, from step to step and up and down. Once it is
 * answered the real one stands beside it.
 */
final class SketchPad extends Region {
    private static final Texts TEXTS = Texts.of(SketchPad.class);
    private static final double HEIGHT = 150;
    private static final double LEFT = 38;
    private static final double MARGIN = 10;
    private static final double BELOW = 20;
    private static final double RADIUS = 4;
    /** Of the range, for one press of an arrow. */
    private static final double STEP = 0.05;
    /** Steps that can be labelled, at most. */
    private static final int MOST_LABELS = 10;

    private final double low;
    private final double high;
    private final double[] heights;
    private final Polyline drawn = new Polyline();
    private final Polyline real = new Polyline();
    private final Circle[] points;
    private final Line zero = new Line();
    private final Line bottom = new Line();
    private final Line chosen = new Line();
    private final Text most = label();
    private final Text least = label();
    private final Text nought = label();
    private final Text hint = label();
    private final Text[] steps;
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private double[] right = new double[0];
    private int at;
    private int last = -1;

    /** @param count steps, at least two */
    SketchPad(int count, double low, double high) {
        this.low = low;
        this.high = high;
        heights = new double[count];
        Arrays.fill(heights, Double.NaN);
        points = IntStream.range(0, count).mapToObj(i -> new Circle(RADIUS)).toArray(Circle[]::new);
        steps = IntStream.range(0, count).mapToObj(i -> label()).toArray(Text[]::new);
        getStyleClass().add("sketch-pad");
        setId("lesson-sketch");
        zero.getStyleClass().add("sketch-zero");
        bottom.getStyleClass().add("sketch-axis");
        chosen.getStyleClass().add("sketch-step");
        drawn.getStyleClass().add("sketch-drawn");
        real.getStyleClass().add("sketch-real");
        most.setText(Numerals.brief(high, 3).replace('-', Numerals.MINUS));
        least.setText(Numerals.brief(low, 3).replace('-', Numerals.MINUS));
        nought.setText("0");
        hint.setText(TEXTS.get("sketch.hint"));
        getChildren().addAll(chosen, zero, bottom, most, least, nought, hint, real, drawn);
        getChildren().addAll(steps);
        getChildren().addAll(points);
        for (Circle point : points) {
            point.getStyleClass().add("sketch-point");
        }
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setMinWidth(LEFT + 4 * RADIUS * Math.min(count, MOST_LABELS));
        setFocusTraversable(true);
        Shortcuts.keepArrows(this);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp(TEXTS.get("sketch.help"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().subscribe(focused -> requestLayout());
        say();
    }

    private static Text label() {
        Text text = new Text();
        text.getStyleClass().add("sketch-label");
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    /** True once each step has a height. */
    ReadOnlyBooleanProperty complete() {
        return complete.getReadOnlyProperty();
    }

    /** A height for each step; NaN where none is drawn yet. */
    double[] heights() {
        return heights.clone();
    }

    /** What was drawn and what is right, to be looked at only. */
    void show(double[] answered, double[] real) {
        System.arraycopy(answered, 0, heights, 0, Math.min(answered.length, heights.length));
        right = real.clone();
        setMouseTransparent(true);
        setFocusTraversable(false);
        setAccessibleText(TEXTS.get("sketch.shown", listed(heights), listed(right)));
        requestLayout();
    }

    private static String listed(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> Double.isNaN(number) ? "–" : Numerals.brief(number, 2))
                .collect(Collectors.joining(", "));
    }

    private void begin(MouseEvent event) {
        requestFocus();
        last = -1;
        draw(event);
    }

    /** What a quick hand leaps over lies between. */
    private void draw(MouseEvent event) {
        at = nearest(event.getX());
        set(at, height(event.getY()));
        if (last >= 0) {
            int from = Math.min(last, at);
            int to = Math.max(last, at);
            for (int i = from + 1; i < to; i++) {
                heights[i] = heights[from] + (heights[to] - heights[from]) * (i - from) / (to - from);
            }
        }
        last = at;
        changed();
        event.consume();
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> at = Math.max(0, at - 1);
            case RIGHT -> at = Math.min(heights.length - 1, at + 1);
            case HOME -> at = 0;
            case END -> at = heights.length - 1;
            case UP, DOWN -> {
                double from = Double.isNaN(heights[at]) ? Math.clamp(0, low, high) : heights[at];
                set(at, from + (event.getCode() == KeyCode.UP ? 1 : -1) * STEP * (high - low));
            }
            default -> {
                return;
            }
        }
        event.consume();
        changed();
    }

    private void set(int step, double height) {
        heights[step] = Math.clamp(height, low, high);
    }

    private void changed() {
        complete.set(Arrays.stream(heights).noneMatch(Double::isNaN));
        say();
        requestLayout();
    }

    private void say() {
        setAccessibleText(
                Double.isNaN(heights[at])
                        ? TEXTS.get("sketch.none", Convention.counted(at))
                        : TEXTS.get("sketch.at", Convention.counted(at), Numerals.brief(heights[at], 2)));
    }

    private double x(int step) {
        return LEFT + MARGIN + step * (getWidth() - LEFT - 2 * MARGIN) / (heights.length - 1);
    }

    private double y(double height) {
        return MARGIN + (high - Math.clamp(height, low, high)) / (high - low) * room();
    }

    private double room() {
        return getHeight() - BELOW - 2 * MARGIN;
    }

    private int nearest(double x) {
        double between = (getWidth() - LEFT - 2 * MARGIN) / (heights.length - 1);
        return Math.clamp(Math.round((x - LEFT - MARGIN) / between), 0, heights.length - 1);
    }

    private double height(double y) {
        return high - (y - MARGIN) / room() * (high - low);
    }

    @Override
    protected void layoutChildren() {
        double end = getWidth() - MARGIN / 2;
        place(bottom, LEFT, y(low), end, y(low));
        zero.setVisible(low < 0 && high > 0);
        place(zero, LEFT, y(0), end, y(0));
        chosen.setVisible(isFocused());
        place(chosen, x(at), MARGIN, x(at), y(low));
        place(most, LEFT - 6 - most.getLayoutBounds().getWidth(), y(high));
        place(least, LEFT - 6 - least.getLayoutBounds().getWidth(), y(low));
        nought.setVisible(isApart(0));
        place(nought, LEFT - 6 - nought.getLayoutBounds().getWidth(), y(0));
        hint.setVisible(Arrays.stream(heights).allMatch(Double::isNaN) && right.length == 0 && !isFocused());
        double middle = (LEFT + end) / 2;
        place(hint, middle - hint.getLayoutBounds().getWidth() / 2, y(high) + room() / 4);
        int every = Math.ceilDiv(heights.length, MOST_LABELS);
        drawn.getPoints().clear();
        real.getPoints().clear();
        for (int i = 0; i < heights.length; i++) {
            steps[i].setText(i % every == 0 ? String.valueOf(Convention.counted(i)) : "");
            place(steps[i], x(i) - steps[i].getLayoutBounds().getWidth() / 2, getHeight() - BELOW / 2);
            boolean isDrawn = !Double.isNaN(heights[i]);
            points[i].setVisible(isDrawn);
            points[i].setRadius(Math.min(RADIUS, Math.max(1, (x(1) - x(0)) / 3)));
            if (isDrawn) {
                points[i].setCenterX(x(i));
                points[i].setCenterY(y(heights[i]));
                drawn.getPoints().addAll(x(i), y(heights[i]));
            }
            if (i < right.length) {
                real.getPoints().addAll(x(i), y(right[i]));
            }
        }
    }

    /** Whether a height can be labelled between the ends. */
    private boolean isApart(double height) {
        double between = most.getLayoutBounds().getHeight();
        return low < height && height < high && y(height) - y(high) > between && y(low) - y(height) > between;
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private static void place(Text text, double x, double y) {
        text.setX(x);
        text.setY(y);
    }
}

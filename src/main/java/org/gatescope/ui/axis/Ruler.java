package org.gatescope.ui.axis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.cell.Convention;
import org.gatescope.engine.Truncation;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.RulerPicture;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.Drawn;

/**
 * The head of all time views: numbers and tokens of the steps. A double click moves the playhead there, and so does dragging
 * its mark.
 */
public final class Ruler extends Region {
    private static final Texts TEXTS = Texts.of(Ruler.class);
    private static final double WITH_TOKENS = 50;
    private static final double WITHOUT_TOKENS = 34;
    /** Where the names of what stands below begin. */
    private static final double TITLE = 14;

    private final ObjectProperty<TimeAxis> axis;
    private final ObjectProperty<List<String>> tokens = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final IntegerProperty length = new SimpleIntegerProperty(Integer.MAX_VALUE);
    private final ObjectProperty<Set<Integer>> skipped = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Truncation> truncation = new SimpleObjectProperty<>(Truncation.NONE);
    private final ObjectProperty<Map<Integer, Boolean>> stops = new SimpleObjectProperty<>(Map.of());
    private final IntegerProperty pointed = new SimpleIntegerProperty(-1);
    private final ObservableValue<Tones> tones;
    private final Drawn drawn = new Drawn(this::picture);
    private final Label title = new Label(TEXTS.get("ruler.title"));
    private IntConsumer onSeek = t -> {};
    /** Over the marks of breakpoints. */
    private final Region gutter = new Region();

    private final Tooltip tip = new Tooltip();
    private IntConsumer onRunTo = t -> {};
    private IntConsumer onStop = t -> {};
    private boolean holdsMark;

    /**
     * @param axis  shared with everything that stands on the same columns
     * @param tones the theme's colours
     */
    public Ruler(ObjectProperty<TimeAxis> axis, ObservableValue<Tones> tones) {
        this.axis = axis;
        this.tones = tones;
        getStyleClass().addAll("gs-time", "ruler");
        title.getStyleClass().add("ruler-title");
        getChildren().addAll(title, drawn, gutter);
        gutter.getStyleClass().add("ruler-stops");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        axis.subscribe(this::changed);
        tones.subscribe(drawn::redraw);
        current.subscribe(this::changed);
        length.subscribe(this::changed);
        skipped.subscribe(this::changed);
        truncation.subscribe(this::changed);
        tokens.subscribe(this::requestLayout);
        tokens.subscribe(this::changed);
        stops.subscribe(this::changed);
        pointed.subscribe(drawn::redraw);
        gutter.setOnMouseMoved(event -> pointed.set(axis.get().stepAt(event.getX())));
        gutter.setOnMouseExited(event -> pointed.set(-1));
        gutter.setOnMousePressed(this::toggleStop);
        Tooltip.install(gutter, tip);
        pointed.subscribe(this::tell);
        drawn.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        drawn.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The text below each number; empty for sequences of numbers. */
    public ObjectProperty<List<String>> tokensProperty() {
        return tokens;
    }

    /** The playhead's time step, −1 for none. */
    public IntegerProperty currentProperty() {
        return current;
    }

    /** Steps of the sequence that is shown; later ones are marked as over. */
    public IntegerProperty lengthProperty() {
        return length;
    }

    /** Steps before its end that are not computed, which are marked like what is over. */
    public ObjectProperty<Set<Integer>> skippedProperty() {
        return skipped;
    }

    /** The gradient is cut every so many steps, which is marked; 0 for nowhere. */
    public ObjectProperty<Truncation> truncationProperty() {
        return truncation;
    }

    /** What to do when the user double-clicks a step, or drags the playhead's mark there. */
    public void setOnSeek(IntConsumer action) {
        onSeek = action;
    }

    /** Breakpoints by their steps, true for those that are on. */
    public ObjectProperty<Map<Integer, Boolean>> stopsProperty() {
        return stops;
    }

    /** What to do when the user clicks where the breakpoint of a step has its mark. */
    public void setOnStop(IntConsumer action) {
        onStop = action;
    }

    /** What to do when the user clicks a step with Control. */
    public void setOnRunTo(IntConsumer action) {
        onRunTo = action;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Ruler.class.getResource("axis.css").toExternalForm();
    }

    @Override
    protected double computePrefHeight(double width) {
        return tokens.get().isEmpty() ? WITHOUT_TOKENS : WITH_TOKENS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return TimeAxis.HEADING;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * TimeAxis.HEADING;
    }

    @Override
    protected void layoutChildren() {
        title.resizeRelocate(TITLE, 0, TimeAxis.HEADING - TITLE, getHeight() - 1);
        double width = Math.min(axis.get().width(), Math.max(1, getWidth() - TimeAxis.HEADING));
        drawn.resizeRelocate(TimeAxis.HEADING, 0, width, Math.max(1, getHeight() - 1));
        double high = RulerPicture.STOPS;
        gutter.resizeRelocate(TimeAxis.HEADING, getHeight() - 1 - high, width, high);
    }

    private void changed() {
        setAccessibleText(spoken());
        requestLayout();
        drawn.redraw();
    }

    private RulerPicture picture(double width, double height) {
        TimeAxis now = axis.get();
        int shown = current.get() < now.steps() ? current.get() : -1;
        return new RulerPicture(
                now,
                tokens.get(),
                shown,
                length.get(),
                skipped.get(),
                truncation.get() instanceof Truncation.Chunks(int steps) ? steps : 0,
                stops.get(),
                pointed.get(),
                tones.getValue(),
                width,
                height);
    }

    private void toggleStop(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && axis.get().steps() > 0) {
            onStop.accept(axis.get().stepAt(event.getX()));
            tell();
            event.consume();
        }
    }

    private void tell() {
        int step = pointed.get();
        tip.setText(TEXTS.get(
                stops.get().containsKey(step) ? "ruler.stop.remove" : "ruler.stop.set", Convention.counted(step)));
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || axis.get().steps() == 0) {
            return;
        }
        requestFocus();
        int step = axis.get().stepAt(event.getX());
        holdsMark = step == current.get();
        if (event.isShortcutDown()) {
            onRunTo.accept(step);
        } else if (event.getClickCount() == 2) {
            onSeek.accept(step);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (holdsMark && event.getButton() == MouseButton.PRIMARY) {
            onSeek.accept(axis.get().stepAt(event.getX()));
            event.consume();
        }
    }

    /** Ctrl with the arrows goes through time; the arrows alone are left to the playhead, with Alt to the way back. */
    private void key(KeyEvent event) {
        int by = !event.isShortcutDown() || event.isAltDown() || event.isShiftDown()
                ? 0
                : switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        if (by != 0) {
            onSeek.accept(Math.clamp(
                    current.get() + (long) by, 0, Math.max(0, axis.get().steps() - 1)));
            event.consume();
        }
    }

    private String spoken() {
        int t = current.get();
        String token = t >= 0 && t < tokens.get().size() ? tokens.get().get(t) : "";
        String place = TEXTS.get(
                token.isEmpty() ? "ruler.spoken" : "ruler.spoken.token",
                Convention.counted(t),
                axis.get().steps(),
                token);
        String over = t >= length.get() ? TEXTS.get("ruler.spoken.over", length.get()) : "";
        String cut = switch (truncation.get()) {
            case Truncation.None none -> "";
            case Truncation.Chunks(int steps) -> TEXTS.get("ruler.spoken.cut", steps);
            case Truncation.Window(int steps) -> TEXTS.get("ruler.spoken.window", steps);
        };
        String stop = stops.get().containsKey(t) ? TEXTS.get("ruler.spoken.stop") : "";
        return place + over + cut + stop;
    }
}

package org.gatescope.ui.cell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Box;
import org.gatescope.picture.Picture;
import org.gatescope.picture.diagram.DiagramLayout;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.DiagramPicture;
import org.gatescope.picture.diagram.Sight;
import org.gatescope.picture.diagram.UnitRange;
import org.gatescope.picture.diagram.Valve;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/**
 * A diagram that fills its place, whatever the size of that, until it is zoomed or moved by hand. It shows what it is
 * given and tells what is pointed at.
 */
final class DiagramView extends Region {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");
    private static final double KEY_FACTOR = 1.25;
    /** Of a pixel of the wheel. */
    private static final double WHEEL_FACTOR = 1.0035;
    /** So high it would like to be at most: a share of its width, and of a narrow one so many pixels. */
    private static final double HIGHEST_SHARE = 0.75;

    private static final double HIGHEST = 480;
    private static final double LOWEST = 120;
    /** Of a node that came into view. */
    private static final double BESIDE = 24;

    private final Drawn drawn = new Drawn(this::picture);
    private final Tooltip tip = new Tooltip();
    /** Until it is zoomed or moved by hand. */
    private boolean fitted = true;

    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper(true);
    private List<DiagramLayout> layouts = List.of();
    private @Nullable DiagramPicture drawing;
    private @Nullable DiagramLayout layout;
    private Sight sight = new Sight(1, 1, 1, 0, 0);
    private OptionalInt followed = OptionalInt.empty();
    private long followedAt = -1;
    private double heldX;
    private double heldY;
    private Consumer<Unit> onClick = unit -> {};
    private BiFunction<Unit, UnitRange, String> words = (unit, sharing) -> "";
    private Function<Valve, String> valveWords = valve -> "";

    DiagramView() {
        getStyleClass().add("cell-diagram");
        getChildren().add(drawn);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnMouseMoved(this::hovered);
        setOnMouseExited(event -> tip.hide());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(ZoomEvent.ZOOM, event -> {
            zoom(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    void setOnClick(Consumer<Unit> action) {
        onClick = action;
    }

    /** @param say name and value of a unit, given with those that are drawn where it is */
    void setWords(BiFunction<Unit, UnitRange, String> say) {
        words = say;
    }

    /** @param say how far a valve is open */
    void setValveWords(Function<Valve, String> say) {
        valveWords = say;
    }

    /** True while it stands in its place with nothing out of view, as it does until it is zoomed or moved by hand. */
    ReadOnlyBooleanProperty wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /** The diagram in its place as large as it can be read there; where not all of it is seen so, all of it. */
    void fit() {
        DiagramLayout now = layout;
        if (fitted && now != null && sight.hides(now)) {
            fitted = false;
            double all = Sight.fit(now, sight.width(), sight.height());
            see(new Sight(sight.width(), sight.height(), all, 0, 0));
        } else {
            refit();
        }
    }

    private void refit() {
        fitted = true;
        requestLayout();
    }

    List<DiagramLayout> layouts() {
        return layouts;
    }

    /** Another graph, fitted into its place: of several layouts the one that has most room there. */
    void setLayouts(List<DiagramLayout> found) {
        layouts = found;
        layout = null;
        followed = OptionalInt.empty();
        refit();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /** @param shown of any layout and sight: this view has its own; null for none */
    void show(@Nullable DiagramPicture shown) {
        if ((drawing == null) != (shown == null)) {
            requestLayout();
        }
        drawing = shown;
        drawn.redraw();
    }

    /** While what comes next is still laid out, the diagram before stays, but says nothing. */
    void setOutdated(boolean on) {
        pseudoClassStateChanged(OUTDATED, on);
        setDisable(on);
        tip.hide();
    }

    /**
     * A node is brought into view, once for each place of the playhead: from there it can be moved out of view again.
     *
     * @param place of the playhead
     */
    void follow(OptionalInt node, long place) {
        if (place != followedAt || !node.equals(followed)) {
            followedAt = place;
            followed = node;
            reveal();
        }
    }

    private void reveal() {
        DiagramLayout now = layout;
        if (now != null
                && followed.isPresent()
                && followed.getAsInt() < now.nodes().size()) {
            see(sight.showing(now.nodes().get(followed.getAsInt()), BESIDE));
        }
    }

    private void see(Sight next) {
        DiagramLayout now = layout;
        if (now != null) {
            sight = next.within(now);
            whole.set(fitted && !sight.hides(now));
            showCursor(false);
            drawn.redraw();
        }
    }

    private void showCursor(boolean isOverUnit) {
        DiagramLayout now = layout;
        boolean isMovable = now != null && sight.hides(now);
        setCursor(isOverUnit ? Cursor.HAND : isMovable ? Cursor.OPEN_HAND : null);
    }

    private Optional<DiagramPicture> seen() {
        DiagramPicture shown = drawing;
        DiagramLayout now = layout;
        return shown == null || now == null ? Optional.empty() : Optional.of(shown.seen(now, sight));
    }

    private Picture picture(double width, double height) {
        return seen().<Picture>map(shown -> shown).orElse(new Blank(width, height));
    }

    /** Where a node is drawn, within this view. */
    Optional<Box> place(int node) {
        return seen().flatMap(shown -> shown.place(node));
    }

    /** How large it is drawn. */
    double scale() {
        return sight.scale();
    }

    private Optional<DiagramLayout> best(double width, double height) {
        return layouts.stream().max(Comparator.comparingDouble(each -> Sight.fit(each, width, height)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LOWEST;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** As high as the diagram is in this width. */
    @Override
    protected double computePrefHeight(double width) {
        double room = width > 0 ? width : Math.max(1, getWidth());
        double most = Math.max(HIGHEST, room * HIGHEST_SHARE);
        return best(room, most)
                .map(found -> Math.min(
                        most,
                        Math.ceil(found.height()
                                * Sight.fitting(found, room, most).scale())))
                .orElse(0.0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(LOWEST, computePrefHeight(width));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        drawn.resizeRelocate(0, 0, width, height);
        if (fitted) {
            layout = best(width, height).orElse(null);
        }
        DiagramLayout now = layout;
        if (now == null) {
            return;
        }
        if (!fitted) {
            see(sight.resized(width, height));
        } else {
            Sight whole = Sight.fitting(now, width, height);
            boolean isSame = whole.width() == sight.width()
                    && whole.height() == sight.height()
                    && whole.scale() == sight.scale();
            see(isSame ? sight : whole);
            reveal();
        }
    }

    private void zoom(double factor, double x, double y) {
        if (layout != null) {
            fitted = false;
            see(sight.zoomed(factor, x, y));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() || event.isShortcutDown()) {
            zoom(Math.pow(WHEEL_FACTOR, event.getDeltaY()), event.getX(), event.getY());
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isControlDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(KEY_FACTOR, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / KEY_FACTOR, getWidth() / 2, getHeight() / 2);
            case DIGIT0, NUMPAD0 -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        heldX = event.getX();
        heldY = event.getY();
        event.consume(); // kept from a scroll pane, which would take the focus for itself
    }

    private void dragged(MouseEvent event) {
        DiagramLayout now = layout;
        if (now != null && event.isPrimaryButtonDown() && !event.isStillSincePress() && sight.hides(now)) {
            tip.hide();
            see(sight.panned(event.getX() - heldX, event.getY() - heldY));
            heldX = event.getX();
            heldY = event.getY();
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            unit(event).ifPresent(onClick);
        }
    }

    private void hovered(MouseEvent event) {
        String text = seen().flatMap(shown -> shown.valveAt(event.getX(), event.getY()))
                .map(valveWords)
                .or(() -> seen().flatMap(shown ->
                        shown.at(event.getX(), event.getY()).map(unit -> words.apply(unit, shown.sharing(unit)))))
                .orElse("");
        showCursor(unit(event).isPresent());
        if (text.isEmpty()) {
            tip.hide();
        } else {
            tip.setText(text);
            tip.show(this, event.getScreenX() + 14, event.getScreenY() + 14);
        }
    }

    private Optional<Unit> unit(MouseEvent event) {
        return seen().flatMap(shown -> shown.at(event.getX(), event.getY()));
    }
}

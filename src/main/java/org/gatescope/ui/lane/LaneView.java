package org.gatescope.ui.lane;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.gatescope.picture.Box;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.LaneDrawing;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.LaneMosaic;
import org.gatescope.picture.lane.Square;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** One lane: its heading and its squares. Draws when laid out, only if something changed and it is in view. */
final class LaneView extends Region {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private Lane lane;
    private final LaneHost host;
    private final LaneHeading heading;
    private final Canvas canvas = new Canvas();
    private final CanvasPen pen = new CanvasPen(canvas);
    private final Rectangle outline = new Rectangle();
    private final LitSquares lit = new LitSquares();
    private final Region resizer = new Region();
    private @Nullable ContextMenu menu;
    private @Nullable Square selected;
    private @Nullable Said said;
    private LaneLook look;
    private Scale scale = Scale.unit();
    private Palette palette;
    private boolean dark;
    private TimeAxis axis;
    private int drawnFrom;
    private int drawnTo;
    private @Nullable Mosaic mosaic;
    private boolean drawn;
    private boolean inView;

    LaneView(Lane lane, LaneLook look, TimeAxis axis, LaneHost host) {
        this.lane = lane;
        this.look = look;
        this.axis = axis;
        this.host = host;
        palette = look.palette(false);
        heading = new LaneHeading(lane, this::fold, this::openMenu);
        getStyleClass().add("lane");
        setId("lane-" + lane.id());
        outline.getStyleClass().add("selected-square");
        outline.setManaged(false);
        outline.setMouseTransparent(true);
        outline.setVisible(false);
        resizer.getStyleClass().add("resizer");
        getChildren().addAll(heading, canvas, lit, outline, resizer);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnContextMenuRequested(event -> openMenu());
        new LanePointer(this, canvas, resizer, host);
        new LaneKeys(this, host);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                host.focused(this);
            }
        });
    }

    Lane lane() {
        return lane;
    }

    /** Whether another run of the same lane can be shown in its place. */
    boolean canShow(Lane next) {
        return new Lane(next.id(), next.name(), next.subtitle(), next.family(), next.group(), lane.content())
                .equals(lane);
    }

    void setLane(Lane next) {
        lane = next;
        recolour();
    }

    LaneLook look() {
        return look;
    }

    CellGrid grid() {
        return new CellGrid(
                axis,
                lane.content().units(),
                LaneHeights.squares(look, lane.content().units()));
    }

    @Nullable Square selected() {
        return selected;
    }

    void show(LaneLook newLook, Scale newScale, boolean newDark) {
        if (newDark != dark || !newLook.equals(look)) {
            palette = newLook.palette(newDark);
        }
        look = newLook;
        scale = newScale;
        dark = newDark;
        heading.show(newScale, palette, newLook.folded());
        recolour();
    }

    void setAxis(TimeAxis newAxis) {
        axis = newAxis;
        recolour();
    }

    void setInView(boolean on) {
        inView = on;
        if (on && !drawn) {
            requestLayout();
        }
    }

    /** The playhead moved: only the lane whose computed part changed is drawn again. */
    void playheadMoved() {
        LaneContent content = lane.content();
        if (content.computedFrom() != drawnFrom || content.computedTo() != drawnTo) {
            redraw();
        }
        say();
    }

    /** What is said stays as long as what it is made from does; it is made for all lanes in every frame. */
    private void say() {
        LaneContent content = lane.content();
        Said now = new Said(lane, host.current(), content.computedFrom(), content.computedTo(), selected);
        if (!now.equals(said)) {
            said = now;
            setAccessibleText(LaneWords.spoken(lane, host.current(), selected));
        }
    }

    private record Said(
            Lane lane,
            int current,
            int from,
            int to,
            @Nullable Square selected) {}

    void setSelected(@Nullable Square square) {
        selected = square != null && square.lane().equals(lane.id()) ? square : null;
        say();
        requestLayout();
    }

    void setActive(boolean on) {
        pseudoClassStateChanged(ACTIVE, on);
    }

    void setLit(List<Square> squares) {
        if (lit.set(squares)) {
            requestLayout();
        }
    }

    void openMenu() {
        closeMenu();
        ContextMenu opened = LaneMenu.of(
                look,
                scale,
                chosen -> host.choose(lane, chosen),
                by -> host.move(lane, by),
                getScene().getWindow());
        opened.show(heading.menuButton(), Side.BOTTOM, 0, 0);
        menu = opened;
    }

    void closeMenu() {
        if (menu != null) {
            menu.hide();
        }
    }

    void fold() {
        host.choose(lane, look.withFolded(!look.folded()));
    }

    @Override
    protected double computeMinWidth(double height) {
        return TimeAxis.HEADING;
    }

    @Override
    protected double computePrefWidth(double height) {
        return TimeAxis.HEADING + axis.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LaneHeights.whole(look, lane.content().units()) + LaneHeights.GAP;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - LaneHeights.GAP;
        double squares = grid().height();
        double top = look.folded() ? Math.floor((height - squares) / 2) : 0;
        heading.resizeRelocate(0, 0, TimeAxis.HEADING, height);
        canvas.relocate(TimeAxis.HEADING, top);
        resizer.resizeRelocate(TimeAxis.HEADING, top + squares - 2, getWidth() - TimeAxis.HEADING, 5);
        resizer.setVisible(!look.folded());
        lit.setLayoutX(TimeAxis.HEADING); // not relocated: a group's own bounds move with what is in it
        lit.setLayoutY(top);
        lit.place(look.folded() ? null : grid());
        placeOutline(top);
        if (inView && !drawn) {
            paint();
        }
    }

    /** Draws everything now. */
    void paint() {
        CellGrid grid = grid();
        Mosaic squares = mosaic == null ? new LaneMosaic(lane.content(), grid, scale, palette).mosaic() : mosaic;
        pen.clear(axis.width(), grid.height());
        new LaneDrawing(lane.content(), grid, scale, palette, Tones.of(dark)).draw(pen, squares);
        drawnFrom = lane.content().computedFrom();
        drawnTo = lane.content().computedTo();
        mosaic = squares;
        drawn = true;
    }

    private void placeOutline(double top) {
        Square square = selected;
        outline.setVisible(square != null && shows(square));
        if (square != null && shows(square)) {
            Box cell = grid().cell(square.t(), square.unit());
            outline.setX(TimeAxis.HEADING + cell.x());
            outline.setY(top + cell.y());
            outline.setWidth(Math.max(3, cell.width()));
            outline.setHeight(Math.max(3, cell.height()));
        }
    }

    private boolean shows(Square square) {
        boolean there = square.t() < lane.content().steps()
                && square.unit() < lane.content().units();
        return there && !look.folded() && axis.right(square.t()) > 0 && axis.left(square.t()) < axis.width();
    }

    private void recolour() {
        mosaic = null;
        redraw();
    }

    private void redraw() {
        drawn = false;
        requestLayout();
    }
}

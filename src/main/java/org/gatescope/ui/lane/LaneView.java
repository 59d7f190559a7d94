package org.gatescope.ui.lane;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneChanges;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.LanePicture;
import org.gatescope.picture.lane.LaneScales;
import org.gatescope.picture.lane.MarksPicture;
import org.gatescope.picture.lane.PointedCell;
import org.gatescope.picture.lane.ScaleChoice;
import org.gatescope.picture.lane.Square;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.control.CopyAs;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** One lane: its heading and its squares. Draws when laid out, only if something changed and it is in view. */
final class LaneView extends Region {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private Lane lane;
    private final LanesView column;
    private final LaneListener listener;
    private final LaneHeading heading;
    private final Drawn squares = new Drawn((width, height) -> picture());
    private final Drawn marks = new Drawn((width, height) -> marked());
    private final Fillable fillable;
    private final Region resizer = new Region();
    private @Nullable ContextMenu menu;
    private @Nullable Square selected;
    private @Nullable Said said;
    private LaneLook look;
    private Tones tones;
    private Scale scale = Scale.unit();
    private Palette palette;
    private List<Square> lit = List.of();
    private TimeAxis axis;
    private int row;
    private boolean hasRange;
    private @Nullable LaneContent before;
    private int drawnFrom;
    private int drawnTo;
    private @Nullable Mosaic mosaic;

    /** @param column that it stands in, which all lanes share the axis and the theme of */
    LaneView(Lane lane, LaneLook look, Tones tones, TimeAxis axis, LanesView column, LaneListener listener) {
        this.lane = lane;
        this.look = look;
        this.axis = axis;
        this.column = column;
        this.listener = listener;
        this.tones = tones;
        palette = look.palette(tones.ground());
        heading = new LaneHeading(lane, scale, palette, tones, this::fold, this::openMenu, this::turnRange);
        getStyleClass().add("lane");
        setId("lane-" + lane.id());
        marks.setId("marks-" + lane.id());
        marks.setMouseTransparent(true);
        marks.setVisible(false);
        squares.getStyleClass().add("squares");
        marks.getStyleClass().add("marks");
        squares.setResting(true);
        resizer.getStyleClass().add("resizer");
        getChildren().addAll(heading, squares, marks, resizer);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        fillable = column.fillable(this, heading.name()).byDoubleClick(heading);
        setFocusTraversable(true);
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!event.isKeyboardTrigger()) {
                pointed(event).ifPresent(listener::open);
            }
            openMenu();
            event.consume();
        });
        new LanePointer(this, squares, resizer, listener, column.tip());
        new LaneKeys(this, listener);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                column.reveal(this);
            }
        });
    }

    Lane lane() {
        return lane;
    }

    /** The square under the mouse. */
    private Optional<Square> pointed(ContextMenuEvent event) {
        Point2D at = squares.screenToLocal(event.getScreenX(), event.getScreenY());
        LaneContent content = lane.content();
        if (!squares.contains(at) || content.steps() == 0 || content.units() == 0) {
            return Optional.empty();
        }
        PointedCell cell = PointedCell.at(content, grid(), at.getX(), at.getY());
        return Optional.of(new Square(lane.id(), cell.t(), cell.unit()));
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
                LaneHeights.squares(look, lane.content().units(), row));
    }

    @Nullable Square selected() {
        return selected;
    }

    void show(LaneScales.Entry entry, Scale newScale, Tones newTones) {
        LaneLook newLook = entry.look();
        if (!newTones.equals(tones) || !newLook.equals(look)) {
            palette = newLook.palette(newTones.ground());
        }
        look = newLook;
        scale = newScale;
        tones = newTones;
        heading.show(entry, newScale, palette, newTones);
        hasRange = entry.hasRange();
        recolour();
    }

    void setAxis(TimeAxis newAxis) {
        axis = newAxis;
        recolour();
    }

    void setInView(boolean on) {
        squares.setResting(!on);
    }

    /** The playhead moved: only the lane whose computed part changed is drawn again. */
    void playheadMoved() {
        LaneContent content = lane.content();
        if (content.computedFrom() != drawnFrom || content.computedTo() != drawnTo) {
            squares.redraw();
        }
        say();
    }

    /** What is said stays as long as what it is made from does; it is made for all lanes in every frame. */
    private void say() {
        LaneContent content = lane.content();
        Said now = new Said(lane, current(), content.computedFrom(), content.computedTo(), selected);
        if (!now.equals(said)) {
            said = now;
            setAccessibleText(LaneWords.spoken(lane, current(), selected));
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

    void setLit(List<Square> marked) {
        if (!Set.copyOf(lit).equals(Set.copyOf(marked))) {
            lit = List.copyOf(marked);
            requestLayout();
        }
    }

    void openMenu() {
        ContextMenu all = LaneMenu.of(
                look,
                scale,
                this::numbers,
                hasRange,
                this::choose,
                this::move,
                fillable::ask,
                fillable.pictureItems(),
                heading.menuButton());
        List<MenuItem> covering = listener.coverItems(lane.id(), selected);
        if (!covering.isEmpty()) {
            all.getItems().add(new SeparatorMenuItem());
            all.getItems().addAll(covering);
        }
        listener.side(lane.id())
                .ifPresent(now -> all.getItems()
                        .addAll(
                                0,
                                List.of(
                                        ComparedMenu.of(now, side -> listener.show(lane.id(), side)),
                                        new SeparatorMenuItem())));
        show(all);
    }

    /** The forms to copy in, alone: for the keyboard. */
    void openForms() {
        show(new ContextMenu(CopyAs.items(this::numbers).toArray(MenuItem[]::new)));
    }

    private void show(ContextMenu opened) {
        closeMenu();
        Node button = heading.menuButton();
        Node below = button.getScene() == null ? heading : button; // among other cells' lanes it has none
        if (below.getScene() != null) {
            opened.show(below, Side.BOTTOM, 0, 0);
            menu = opened;
        }
    }

    /** A row for each step as long as there is anything, (T, H): as arrays over time lie in files. */
    double[][] numbers() {
        LaneContent content = lane.content();
        int steps = content.steps();
        while (steps > 0 && !content.has(steps - 1)) {
            steps--;
        }
        double[][] numbers = new double[steps][content.units()];
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < content.units(); row++) {
                numbers[t][content.unit(row)] = content.has(t) ? content.value(t, row) : Double.NaN;
            }
        }
        return numbers;
    }

    void closeMenu() {
        if (menu != null) {
            menu.hide();
        }
    }

    void fold() {
        choose(look.withFolded(!look.folded()));
    }

    /** From its own range to the usual scale, or back. */
    private void turnRange() {
        choose(look.withChoice(look.choice() == ScaleChoice.RANGE ? ScaleChoice.OWN : ScaleChoice.RANGE));
    }

    void choose(LaneLook chosen) {
        column.looks().put(lane.id(), chosen);
    }

    /** Among the lanes of its group: up for −1, down for 1. */
    void move(int by) {
        column.move(lane, by);
    }

    /** The playhead's time step, −1 for none. */
    int current() {
        return column.current();
    }

    /** @return what it needs, in pixels, with rows of a height */
    double height(int ofRow) {
        return LaneHeights.whole(look, lane.content().units(), ofRow) + LaneHeights.GAP;
    }

    /** @param height of a row that there is room for in all lanes, in pixels; 0 for no more than it needs */
    void setRow(int height) {
        if (height != row) {
            row = height;
            recolour();
        }
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
        return height(row);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - LaneHeights.GAP;
        CellGrid grid = grid();
        double top = look.folded() ? Math.floor((height - grid.height()) / 2) : 0;
        heading.resizeRelocate(0, 0, TimeAxis.HEADING, height);
        squares.resizeRelocate(TimeAxis.HEADING, top, axis.width(), grid.height());
        resizer.resizeRelocate(TimeAxis.HEADING, top + grid.height() - 2, getWidth() - TimeAxis.HEADING, 5);
        resizer.setVisible(!look.folded());
        MarksPicture marked = marked();
        marks.setVisible(!look.folded() && !marked.isEmpty());
        marks.setResting(!marks.isVisible());
        marks.resizeRelocate(
                TimeAxis.HEADING - MarksPicture.ROOM, top - MarksPicture.ROOM, marked.width(), marked.height());
        marks.redraw();
    }

    private LanePicture picture() {
        LaneContent content = lane.content();
        LanePicture picture = mosaic == null
                ? LanePicture.of(content, grid(), scale, palette, tones)
                : new LanePicture(content, grid(), scale, palette, tones, mosaic);
        mosaic = picture.mosaic();
        drawnFrom = content.computedFrom();
        drawnTo = content.computedTo();
        return picture;
    }

    /** What it showed before an edit, for as long as changes are outlined; null for no longer. */
    void setBefore(@Nullable LaneContent content) {
        if (content != before) {
            before = content;
            requestLayout();
        }
    }

    /** None where squares are too narrow to be told apart. */
    private List<Square> changed() {
        return before == null || grid().gap() < 2
                ? List.of()
                : LaneChanges.between(lane.id(), before, lane.content(), axis);
    }

    private MarksPicture marked() {
        return new MarksPicture(grid(), lit, changed(), selected, tones);
    }

    private void recolour() {
        mosaic = null;
        squares.redraw();
        requestLayout();
    }
}

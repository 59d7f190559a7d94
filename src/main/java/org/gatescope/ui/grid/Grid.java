package org.gatescope.ui.grid;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.MenuItem;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridGeometry;
import org.gatescope.picture.table.GridSelection;
import org.gatescope.session.Background;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Refusal;
import org.gatescope.ui.control.Shortcuts;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers, edited as in a spreadsheet. Only the cells that show are drawn, on one canvas, so that a matrix of
 * any size scrolls alike. The grid changes no number: it sends {@link GridEdit}s and shows the content it is given.
 */
public final class Grid extends GridStyle {
    private static final Texts TEXTS = Texts.of(Grid.class);
    private static final int MOST_LISTED = 10_000;

    private final IntegerProperty maxVisibleRows = new SimpleIntegerProperty(this, "maxVisibleRows", 16);
    private GridSelection selection = GridSelection.of(new GridCell(0, 0));
    private GridContent content = new EmptyContent();
    private GridGeometry geometry = new GridGeometry(0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
    private Consumer<GridEdit> onEdit = edit -> {};
    private Consumer<GridCell> onPoint = cell -> {};
    private Set<GridCell> lit = Set.of();
    private Seeds seeds = new Seeds();
    private @Nullable GridContent before;
    private @Nullable DoubleUnaryOperator toggle;
    private boolean visited;

    private final GridSheet sheet = new GridSheet(this);
    private final GridMap map;
    private final GridEditor editor = new GridEditor(this);
    private final GridActions actions = new GridActions(this);
    private final GridKeys keys = new GridKeys(this);
    private final GridHover hover = new GridHover(this, sheet);
    private final Refusal refusal = new Refusal(this);
    private final GridBars bars = new GridBars(this);
    private final GridArrangement room;
    private final GridMenu menu;
    private Function<List<GridCell>, List<MenuItem>> more = cells -> List.of();
    private Function<double[][], List<GridOffer>> offers = block -> List.of();

    /** @param background looks through what is too large to be looked through at once */
    public Grid(Background background) {
        map = new GridMap(this, background);
        room = new GridArrangement(this, sheet, bars, map);
        getChildren().addAll(sheet, map);
        getChildren().addAll(bars.nodes());
        getChildren().add(editor.field());
        new GridMouse(this, sheet);
        menu = new GridMenu(this);
        setFocusTraversable(true);
        Shortcuts.keepTyping(this);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleRoleDescription(TEXTS.get("accessible.role"));
        setAccessibleHelp(TEXTS.get("accessible.help"));
        focusWithinProperty().subscribe(this::focusChanged);
        maxVisibleRows.subscribe(this::requestLayout);
    }

    /** Nothing comes any more of what is under way. */
    public void close() {
        map.close();
    }

    /** Shows other numbers. Where rows and columns are as many as before, scroll position and selection stay. */
    public void setContent(GridContent shown) {
        boolean sameSize = shown.rows() == content.rows() && shown.columns() == content.columns();
        content = shown;
        if (!sameSize) {
            editor.close();
            room.forgetHeadings();
            geometry = room.measured()
                    .seenThrough(geometry.viewWidth(), geometry.viewHeight())
                    .scrolledTo(0, 0);
            selection = selection.within(shown.rows(), shown.columns());
        }
        hover.refresh();
        say();
        requestLayout();
    }

    /** What is shown. */
    public GridContent getContent() {
        return content;
    }

    /** Handles what the user wants changed. */
    public void setOnEdit(Consumer<GridEdit> onEdit) {
        this.onEdit = onEdit;
    }

    /** The space bar gives each selected number another value; null where it does not. */
    public void setOnToggle(@Nullable DoubleUnaryOperator toggle) {
        this.toggle = toggle;
    }

    /** @return false if numbers are not toggled here */
    boolean toggle() {
        DoubleUnaryOperator other = toggle;
        if (other == null || !isEditable()) {
            return false;
        }
        onEdit.accept(new GridEdits(content, selection()).mapped(other));
        return true;
    }

    /** Says what else can be done with a block that is too large for the grid. */
    public void setOffers(Function<double[][], List<GridOffer>> offers) {
        this.offers = offers;
    }

    List<GridOffer> offers(double[][] block) {
        return offers.apply(block);
    }

    /** Lets the user choose. */
    void offer(List<GridOffer> choices) {
        menu.offer(choices);
    }

    /** What the menu offers besides for the selected cells; of more than are worth listing, some. */
    public void setMore(Function<List<GridCell>, List<MenuItem>> more) {
        this.more = more;
    }

    List<MenuItem> more() {
        GridSelection chosen = selection();
        return more.apply(IntStream.range(0, Math.min(MOST_LISTED, chosen.rows() * chosen.columns()))
                .mapToObj(i -> new GridCell(chosen.top() + i / chosen.columns(), chosen.left() + i % chosen.columns()))
                .toList());
    }

    /** Handles the cell that the user clicks or moves to. */
    public void setOnPoint(Consumer<GridCell> onPoint) {
        this.onPoint = onPoint;
    }

    /** Cells that are marked: what another number is made from. */
    public void setLit(Set<GridCell> cells) {
        if (!cells.equals(lit)) {
            lit = Set.copyOf(cells);
            sheet.redraw();
        }
    }

    /** Cells are outlined whose number is another than in this content, of before an edit; none for null. */
    public void setBefore(@Nullable GridContent content) {
        if (content != before) {
            before = content;
            sheet.redraw();
        }
    }

    /** Whether cells are outlined that differ from before an edit. */
    public boolean isOutlining() {
        return before != null;
    }

    @Nullable GridContent before() {
        return before;
    }

    Set<GridCell> lit() {
        return lit;
    }

    /** Rows that the preferred height has room for; more of them scroll. */
    public IntegerProperty maxVisibleRowsProperty() {
        return maxVisibleRows;
    }

    /** The cell under the mouse, or null. */
    public ReadOnlyObjectProperty<@Nullable GridCell> hoveredProperty() {
        return hover.hovered();
    }

    Seeds seeds() {
        return seeds;
    }

    /** Where the seeds of random numbers come from: its own, unless it shares them with others. */
    public void setSeeds(Seeds shared) {
        seeds = shared;
    }

    /** Selects one cell and scrolls to it. */
    public void select(int row, int column) {
        select(GridSelection.of(new GridCell(row, column).within(content.rows(), content.columns())));
    }

    /** Opens the editor over a cell, as a double click does. */
    public void edit(int row, int column) {
        select(row, column);
        if (isEditable()) {
            editor.open();
        }
    }

    boolean isEmpty() {
        return content.rows() == 0 || content.columns() == 0;
    }

    boolean isEditable() {
        return !isEmpty() && content.editable();
    }

    GridSelection selection() {
        return selection;
    }

    GridGeometry geometry() {
        return geometry;
    }

    GridEditor editor() {
        return editor;
    }

    GridMenu menu() {
        return menu;
    }

    GridActions actions() {
        return actions;
    }

    GridKeys keys() {
        return keys;
    }

    /** Selects, and scrolls to the corner that moved. */
    void select(GridSelection selected) {
        choose(selected);
        reveal(selected.lead());
    }

    /** Selects what is in sight already. */
    void choose(GridSelection selected) {
        visited = true;
        selection = selected;
        say();
        sheet.redraw();
    }

    /** The user has gone to a cell; where the selection only moves on after an edit, nobody has. */
    void point() {
        if (!isEmpty()) {
            onPoint.accept(selection().lead());
        }
    }

    void reveal(GridCell cell) {
        GridGeometry revealing = geometry.revealing(cell);
        scrollTo(revealing.scrollX(), revealing.scrollY());
    }

    void scrollTo(double x, double y) {
        GridGeometry scrolled = geometry.scrolledTo(snapPositionX(x), snapPositionY(y));
        if (scrolled.equals(geometry)) {
            return;
        }
        geometry = scrolled;
        bars.follow();
        editor.place();
        if (room.needsWiderHeadings()) {
            requestLayout();
        }
        map.requestLayout();
        sheet.redraw();
    }

    private void focusChanged() {
        visited |= isFocusWithin();
        sheet.redraw();
    }

    /** A grid that nobody has been to yet marks no cell. */
    boolean marksSelection() {
        return visited && !isEmpty();
    }

    void send(GridEdit edit) {
        onEdit.accept(edit);
    }

    void refuse(String reason) {
        refusal.show(reason, anchorBounds());
        setAccessibleText(reason);
    }

    void hideRefusal() {
        refusal.hide();
    }

    double anchorValue() {
        GridCell anchor = selection().anchor();
        return content.value(anchor.row(), anchor.column());
    }

    /** The active cell in the grid's coordinates. */
    Bounds anchorBounds() {
        return bounds(selection().anchor());
    }

    /** Scrolls to a cell. @return where it is, in the grid's coordinates */
    public Bounds show(GridCell cell) {
        reveal(cell);
        return bounds(cell);
    }

    private Bounds bounds(GridCell cell) {
        return new BoundingBox(
                sheet.getLayoutX() + geometry.x(cell.column()),
                sheet.getLayoutY() + geometry.y(cell.row()),
                geometry.cellWidth(),
                geometry.cellHeight());
    }

    /** What a screen reader says. */
    private void say() {
        if (isEmpty()) {
            setAccessibleText(content.name());
            return;
        }
        GridCell at = selection().anchor();
        String cell = TEXTS.get(
                "accessible",
                content.name(),
                content.rowName(at.row()),
                content.columnName(at.column()),
                content.text(at.row(), at.column()));
        setAccessibleText(
                selection().isOneCell()
                        ? cell
                        : TEXTS.get(
                                "accessible.range",
                                cell,
                                selection().rows(),
                                selection().columns()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return room.preferredWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return room.preferredHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return room.leastWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return room.leastHeight();
    }

    @Override
    protected void layoutChildren() {
        room.layOut(getWidth(), getHeight());
        editor.place();
        sheet.redraw();
    }

    /** The cells that are in sight from now on. */
    void seen(GridGeometry now) {
        geometry = now;
    }
}

package org.gatescope.ui.table;

import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers, edited as in a spreadsheet. Only the cells that show are drawn, on one canvas, so that a matrix of
 * any size scrolls alike. The grid changes no number: it sends {@link GridEdit}s and shows the content it is given.
 */
public final class Grid extends GridStyle {
    private static final Texts TEXTS = Texts.of(Grid.class);
    private static final int MOST_COLUMNS = 16;
    /** Cells from which a matrix that does not fit gets a map. */
    private static final int LARGE = 512;

    private static final double MAP_GAP = 8;

    private final IntegerProperty maxVisibleRows = new SimpleIntegerProperty(this, "maxVisibleRows", 16);
    private final ReadOnlyObjectWrapper<GridSelection> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", GridSelection.of(new GridCell(0, 0)));
    private GridContent content = new EmptyContent();
    private GridGeometry geometry = new GridGeometry(0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
    private Consumer<GridEdit> onEdit = edit -> {};
    private long randomSeed = 1;
    private double headingWidth;

    private final GridSheet sheet = new GridSheet(this);
    private final GridMap map = new GridMap(this);
    private final GridEditor editor = new GridEditor(this);
    private final GridActions actions = new GridActions(this);
    private final GridKeys keys = new GridKeys(this);
    private final GridHover hover = new GridHover(this, sheet);
    private final GridRefusal refusal = new GridRefusal(this);
    private final GridBars bars = new GridBars(this);

    public Grid() {
        getChildren().addAll(sheet, map);
        getChildren().addAll(bars.nodes());
        getChildren().add(editor.field());
        new GridMouse(this, sheet);
        new GridMenu(this);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleRoleDescription(TEXTS.get("accessible.role"));
        setAccessibleHelp(TEXTS.get("accessible.help"));
        focusWithinProperty().subscribe(sheet::requestLayout);
        maxVisibleRows.subscribe(this::requestLayout);
    }

    /** Shows other numbers. Where rows and columns are as many as before, scroll position and selection stay. */
    public void setContent(GridContent shown) {
        boolean sameSize = shown.rows() == content.rows() && shown.columns() == content.columns();
        content = shown;
        if (!sameSize) {
            editor.close();
            headingWidth = 0;
            geometry = seen(measured(), geometry.viewWidth(), geometry.viewHeight())
                    .scrolledTo(0, 0);
            selection.set(selection().within(shown.rows(), shown.columns()));
        }
        hover.refresh();
        say();
        requestLayout();
    }

    public GridContent getContent() {
        return content;
    }

    /** Who is told what the reader wants changed. */
    public void setOnEdit(Consumer<GridEdit> onEdit) {
        this.onEdit = onEdit;
    }

    /** Rows that the preferred height has room for; more of them scroll. */
    public IntegerProperty maxVisibleRowsProperty() {
        return maxVisibleRows;
    }

    public ReadOnlyObjectProperty<GridSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The cell under the mouse, or null. */
    public ReadOnlyObjectProperty<@Nullable GridCell> hoveredProperty() {
        return hover.hovered();
    }

    /** Seed of the next random numbers; each use takes the next one. */
    public long getRandomSeed() {
        return randomSeed;
    }

    public void setRandomSeed(long seed) {
        randomSeed = seed;
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
        return selection.get();
    }

    GridGeometry geometry() {
        return geometry;
    }

    GridEditor editor() {
        return editor;
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
        selection.set(selected);
        say();
        sheet.requestLayout();
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
        if (widestHeading() > headingWidth) {
            requestLayout();
        }
        map.requestLayout();
        sheet.requestLayout();
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
        GridCell anchor = selection().anchor();
        return new BoundingBox(
                sheet.getLayoutX() + geometry.x(anchor.column()),
                sheet.getLayoutY() + geometry.y(anchor.row()),
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
        GridGeometry whole = measured();
        boolean tall = content.rows() > maxVisibleRows.get();
        return insetsAcross()
                + whole.headingWidth()
                + Math.min(content.columns(), MOST_COLUMNS) * whole.cellWidth()
                + (tall ? bars.thickness() : 0)
                + (isLarge() ? MAP_GAP + GridMap.width(content.rows(), content.columns(), GridMap.MOST) : 0);
    }

    @Override
    protected double computePrefHeight(double width) {
        GridGeometry whole = measured();
        boolean wide = width > 0 && insetsAcross() + contentWidth(whole) > width;
        return insetsDown()
                + whole.headingHeight()
                + Math.min(content.rows(), maxVisibleRows.get()) * whole.cellHeight()
                + (wide ? bars.thickness() : 0);
    }

    @Override
    protected double computeMinWidth(double height) {
        GridGeometry whole = measured();
        return insetsAcross() + whole.headingWidth() + Math.min(content.columns(), 2) * whole.cellWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        GridGeometry whole = measured();
        return insetsDown() + whole.headingHeight() + Math.min(content.rows(), 2) * whole.cellHeight();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.max(0, getWidth() - insetsAcross());
        double height = Math.max(0, getHeight() - insetsDown());
        GridGeometry whole = measured();
        double contentHeight = whole.headingHeight() + content.rows() * whole.cellHeight();
        GridFrame frame = GridFrame.fit(width, height, contentWidth(whole), contentHeight, bars.thickness());
        double mapMost = Math.min(GridMap.MOST, Math.min(Math.floor(width * 0.28), frame.height()));
        boolean mapped = frame.scrolls() && isLarge() && width >= 280;
        double mapWidth = mapped ? GridMap.width(content.rows(), content.columns(), mapMost) : 0;
        if (mapWidth > 0) {
            frame = GridFrame.fit(
                    width - mapWidth - MAP_GAP, height, contentWidth(whole), contentHeight, bars.thickness());
        }
        geometry = seen(whole, frame.width(), frame.height());
        if (widestHeading() > headingWidth) {
            layoutChildren(); // other rows have come into sight, whose headings need more room
            return;
        }
        sheet.resizeRelocate(left, top, frame.width(), frame.height());
        bars.place(frame, left, top);
        placeMap(mapWidth, mapMost, left + width - mapWidth, top + geometry.headingHeight());
        editor.place();
        sheet.requestLayout();
    }

    private void placeMap(double width, double most, double left, double top) {
        map.setVisible(width > 0);
        if (width > 0) {
            map.resizeRelocate(left, top, width, GridMap.height(content.rows(), content.columns(), most));
            map.show(content);
            map.requestLayout();
        }
    }

    private boolean isLarge() {
        return (long) content.rows() * content.columns() >= LARGE;
    }

    /** Cells and headings at their size, in a view without limits. */
    private GridGeometry measured() {
        Figures figures = figures();
        double cellWidth = snapSizeX(figures.pitch() * (content.characters() + 0.4) + 6);
        double cellHeight = snapSizeY(Math.round(figures.size() * 1.9));
        headingWidth = Math.max(headingWidth, widestHeading());
        return new GridGeometry(
                content.rows(),
                content.columns(),
                cellWidth,
                cellHeight,
                headingWidth,
                cellHeight,
                0,
                0,
                snapPositionX(geometry.scrollX() * cellWidth / geometry.cellWidth()),
                snapPositionY(geometry.scrollY() * cellHeight / geometry.cellHeight()));
    }

    private static GridGeometry seen(GridGeometry whole, double width, double height) {
        return new GridGeometry(
                        whole.rows(),
                        whole.columns(),
                        whole.cellWidth(),
                        whole.cellHeight(),
                        whole.headingWidth(),
                        whole.headingHeight(),
                        width,
                        height,
                        whole.scrollX(),
                        whole.scrollY())
                .scrolledTo(whole.scrollX(), whole.scrollY());
    }

    /** Room for the widest row heading in sight; long ones are shortened. */
    private double widestHeading() {
        Figures figures = figures();
        int end = Math.max(geometry.endRow(), Math.min(maxVisibleRows.get(), content.rows()));
        double widest = 0;
        for (int row = geometry.firstRow(); row < Math.min(end, content.rows()); row++) {
            widest = Math.max(widest, figures.width(content.rowHeading(row)));
        }
        double most = figures.size() * 12;
        return snapSizeX(Math.min(widest, most) + GridPainter.HEADING_GAP);
    }

    private static double contentWidth(GridGeometry whole) {
        return whole.headingWidth() + whole.columns() * whole.cellWidth();
    }

    private double insetsAcross() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double insetsDown() {
        return snappedTopInset() + snappedBottomInset();
    }
}

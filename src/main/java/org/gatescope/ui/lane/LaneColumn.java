package org.gatescope.ui.lane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.TimeAxis;
import org.jspecify.annotations.Nullable;

/** Lanes one below the other under their group's titles, with the playhead's mark through all of them. */
final class LaneColumn extends Region {
    private static final double TITLE = 24;
    private static final double TOP = 8;
    private static final double INDENT = 14;
    private static final double RIGHT = 10;

    private final PlayheadMark mark = new PlayheadMark();
    private final DoubleConsumer onWidth;
    private final Runnable onPlaced;
    private final List<Region> rows = new ArrayList<>();
    private final Map<String, GroupNote> notes = new HashMap<>();
    private TimeAxis axis;
    private int current = -1;
    private double room;
    private int highest = LaneHeights.ROOMY_ROW;
    private @Nullable Button tool;

    /**
     * @param onWidth  is told how much room the time axis has, in pixels, before lanes are laid out
     * @param onPlaced done once they have their places
     */
    LaneColumn(TimeAxis axis, DoubleConsumer onWidth, Runnable onPlaced) {
        this.axis = axis;
        this.onWidth = onWidth;
        this.onPlaced = onPlaced;
    }

    /** A button beside the first title. */
    void addTool(Button button) {
        tool = button;
        getChildren().add(button);
        requestLayout();
    }

    /** @param height that rows grow to where there is room, in pixels */
    void setHighestRow(int height) {
        highest = height;
        fill();
    }

    void setLanes(List<LaneView> lanes) {
        List<Region> before = List.copyOf(rows);
        rows.clear();
        String group = "";
        for (LaneView lane : lanes) {
            if (!lane.lane().group().equals(group)) {
                group = lane.lane().group();
                rows.add(title(group, before));
            }
            rows.add(lane);
        }
        List<Node> children = new ArrayList<>(rows);
        children.addFirst(mark.below());
        children.addLast(mark.above());
        rows.forEach(this::showNote);
        if (tool != null) {
            children.addLast(tool);
        }
        if (!children.equals(getChildren())) {
            getChildren().setAll(children);
        }
        requestLayout();
    }

    /** What is said beside a group's title, now and when its lanes are shown again. */
    void setNote(String group, GroupNote note) {
        notes.put(group, note);
        rows.forEach(this::showNote);
    }

    private void showNote(Region row) {
        if (row instanceof GroupTitle title) {
            title.show(notes.getOrDefault(title.group(), GroupNote.NONE));
        }
    }

    /** @param height of what is seen of the column: where lanes leave some of it, their rows are higher */
    void setRoom(double height) {
        room = height;
        fill();
    }

    /** @return how high it is with rows of a height, in pixels */
    double heightWith(int row) {
        return TOP + rows.stream().mapToDouble(lane -> heightOf(lane, row)).sum();
    }

    /** Lanes or their looks have changed: rows become as high as there is room for. */
    void fill() {
        int row = LaneHeights.row(room, highest, this::heightWith);
        for (Region lane : rows) {
            if (lane instanceof LaneView view) {
                view.setRow(row);
            }
        }
    }

    void place(TimeAxis newAxis, int t) {
        axis = newAxis;
        current = t;
        mark.place(axis, current, getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return TimeAxis.HEADING;
    }

    /** Below this the pane scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * TimeAxis.HEADING;
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + rows.stream().mapToDouble(LaneColumn::heightOf).sum();
    }

    @Override
    protected void layoutChildren() {
        onWidth.accept(getWidth() - TimeAxis.HEADING - RIGHT);
        double y = TOP;
        for (Region row : rows) {
            double height = heightOf(row);
            double left = row instanceof GroupTitle ? INDENT : 0;
            row.resizeRelocate(left, y, getWidth() - left, height);
            y += height;
        }
        onPlaced.run();
        mark.place(axis, current, getHeight());
        if (tool != null) {
            double width = tool.prefWidth(-1);
            double height = tool.prefHeight(-1);
            double left = Math.max(TimeAxis.HEADING - width - 4, INDENT + firstTitleWidth() + 4);
            tool.resizeRelocate(left, TOP + TITLE - height - 3, width, height);
        }
    }

    private double firstTitleWidth() {
        return rows.stream()
                .limit(1)
                .mapToDouble(row -> row instanceof GroupTitle title ? title.titleWidth() : 0)
                .sum();
    }

    /** The title of a group; empty where none of its lanes is shown. */
    Optional<Region> title(String group) {
        return rows.stream()
                .filter(row -> row instanceof GroupTitle title && title.group().equals(group))
                .findFirst();
    }

    /** A title that is there already is kept, so that lanes need not be taken out for each run. */
    private static Region title(String group, List<Region> before) {
        return before.stream()
                .filter(row -> row instanceof GroupTitle title && title.group().equals(group))
                .findFirst()
                .orElseGet(() -> new GroupTitle(group));
    }

    private static double heightOf(Region row) {
        return row instanceof GroupTitle ? TITLE : row.prefHeight(-1);
    }

    private static double heightOf(Region row, int height) {
        return row instanceof LaneView lane ? lane.height(height) : TITLE;
    }
}

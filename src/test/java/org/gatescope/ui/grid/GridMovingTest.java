package org.gatescope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridGeometry;
import org.gatescope.picture.table.GridSelection;
import org.gatescope.session.Background;
import org.gatescope.text.NumberForm;
import org.gatescope.ui.FxEvents;
import org.junit.jupiter.api.Test;

/** Where keys, clicks and scrolling lead. */
class GridMovingTest extends GridScene {
    @Test
    void tabLeavesAfterTheLastCellAndShiftTabBeforeTheFirst() {
        select(6, 4, 6, 4);
        robot.type(KeyCode.TAB);
        assertThat(active()).isEqualTo(new GridCell(6, 5));
        robot.type(KeyCode.TAB);
        assertThat(onWindow(after::isFocused)).isTrue();
        robot.interact(grid::requestFocus);
        select(0, 0, 0, 0);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(onWindow(before::isFocused)).isTrue();
    }

    @Test
    void shiftAndArrowsExtend() {
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(onWindow(grid::selection)).isEqualTo(new GridSelection(new GridCell(0, 0), new GridCell(2, 1)));
    }

    @Test
    void controlEndGoesToTheLastCellOfALargeMatrix() {
        show(Sample.random(2048, 2048));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.END).release(KeyCode.SHORTCUT);
        assertThat(active()).isEqualTo(new GridCell(2047, 2047));
        assertThat(onWindow(() -> grid.geometry().endRow())).isEqualTo(2048);
        assertThat(onWindow(() -> grid.geometry().endColumn())).isEqualTo(2048);
        Bounds cell = onWindow(() -> grid.anchorBounds());
        assertThat(onWindow(() -> grid.getLayoutBounds().contains(cell))).isTrue();
    }

    @Test
    void aClickOnAHeadingSelectsItsRowOrColumn() {
        Point2D cell = middleOf(2, 3);
        double heading = onWindow(() -> grid.localToScreen(8, 8).getY());
        robot.clickOn(cell.getX(), heading);
        assertThat(onWindow(grid::selection)).isEqualTo(new GridSelection(new GridCell(0, 3), new GridCell(6, 3)));
    }

    @Test
    void aDragSelectsARectangle() {
        robot.drag(middleOf(1, 1), MouseButton.PRIMARY).dropTo(middleOf(3, 4));
        assertThat(onWindow(grid::selection)).isEqualTo(new GridSelection(new GridCell(1, 1), new GridCell(3, 4)));
    }

    @Test
    void contentOfTheSameSizeKeepsSelectionAndScrollPosition() {
        show(Sample.random(300, 300));
        robot.interact(() -> grid.select(200, 100));
        settle();
        GridGeometry place = onWindow(grid::geometry);
        show(Sample.random(300, 300));
        assertThat(onWindow(grid::geometry)).isEqualTo(place);
        assertThat(active()).isEqualTo(new GridCell(200, 100));
    }

    @Test
    void aScreenReaderHearsWhereTheSelectionIs() {
        robot.type(KeyCode.RIGHT, 3).type(KeyCode.DOWN, 2);
        assertThat(onWindow(grid::getAccessibleText))
                .isEqualTo("Wx.f, row h2, column 3, " + NumberForm.USUAL.signed(value(2, 3)));
    }

    @Test
    void theCellUnderTheMouseIsKnown() {
        robot.moveTo(middleOf(1, 1)).moveTo(middleOf(2, 3));
        assertThat(Objects.requireNonNull(onWindow(() -> grid.hoveredProperty().get())))
                .isEqualTo(new GridCell(2, 3));
    }

    @Test
    void aClickOnTheMapScrollsThere() {
        show(Sample.random(200, 200));
        Node map = robot.lookup(".gs-grid-map").query();
        Bounds there = onWindow(() -> map.localToScreen(map.getLayoutBounds()));
        robot.clickOn(there.getMaxX() - 2, there.getMaxY() - 2);
        assertThat(onWindow(() -> grid.geometry().endRow())).isEqualTo(200);
        assertThat(onWindow(() -> grid.geometry().endColumn())).isEqualTo(200);
        robot.clickOn(there.getMinX() + 1, there.getMinY() + 1);
        assertThat(onWindow(() -> grid.geometry().firstRow())).isZero();
    }

    @Test
    void largerFiguresKeepTheFirstCellsInSight() {
        show(Sample.random(300, 300));
        robot.interact(() -> grid.select(299, 0));
        robot.interact(() -> grid.select(150, 0));
        int first = onWindow(() -> grid.geometry().firstRow());
        robot.interact(() -> {
            grid.setCellFontSize(18);
            grid.layout();
        });
        assertThat(onWindow(() -> grid.geometry().firstRow())).isEqualTo(first);
        assertThat(onWindow(() -> grid.geometry().cellHeight())).isGreaterThan(30);
    }

    @Test
    void aGridThatIsGoneIsForgotten() {
        WeakReference<Grid> gone = onWindow(() -> {
            Grid other = new Grid(Background.atOnce());
            VBox parent = (VBox) grid.getParent();
            other.setContent(Sample.random(100, 100));
            parent.getChildren().add(other);
            parent.applyCss();
            parent.layout();
            other.edit(3, 3);
            other.refuse("no");
            parent.getChildren().remove(other);
            other.hideRefusal();
            return new WeakReference<>(other);
        });
        for (int i = 0; i < 50 && gone.get() != null; i++) {
            robot.interact(() -> grid.requestFocus());
            System.gc();
            FxEvents.awaitFrames(2);
        }
        assertThat(gone.get()).isNull();
    }
}

package org.gatescope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import javafx.scene.input.KeyCode;
import org.gatescope.picture.table.GridCell;
import org.gatescope.ui.grid.GridEdit.Kind;
import org.junit.jupiter.api.Test;

/** What happens to a number that is typed. */
class GridTypingTest extends GridScene {
    @Test
    void aDecimalCommaAndEnterChangeTheCellAndGoDown() {
        select(1, 2, 1, 2);
        robot.write("0,5").type(KeyCode.ENTER);
        assertThat(value(1, 2)).isEqualTo(0.5);
        assertThat(active()).isEqualTo(new GridCell(2, 2));
        assertThat(edits).singleElement().extracting(GridEdit::kind).isEqualTo(Kind.TYPED);
        assertThat(editorShows()).isFalse();
    }

    @Test
    void tabTakesTheNumberOverAndGoesRight() {
        robot.write("-2").type(KeyCode.TAB).write("1/4").type(KeyCode.TAB);
        assertThat(value(0, 0)).isEqualTo(-2);
        assertThat(value(0, 1)).isEqualTo(0.25);
        assertThat(active()).isEqualTo(new GridCell(0, 2));
    }

    @Test
    void whatIsNoNumberIsRefusedInPlaceAndTheOldValueStays() {
        double old = value(0, 0);
        robot.write("abc").type(KeyCode.ENTER);
        assertThat(editorShows()).isTrue();
        assertThat(reason()).is(saying("format:number.unclear", "abc"));
        assertThat(edits).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(editorShows()).isFalse();
        assertThat(reason()).isEmpty();
        assertThat(value(0, 0)).isEqualTo(old);
        assertThat(onWindow(grid::isFocused)).isTrue();
    }

    @Test
    void f2OffersTheExactValueAndEscapeKeepsIt() {
        robot.type(KeyCode.F2);
        assertThat(onWindow(() -> grid.editor().field().getText())).isEqualTo(Double.toString(value(0, 0)));
        robot.write("7").type(KeyCode.ESCAPE);
        assertThat(edits).isEmpty();
    }

    @Test
    void anUntouchedNumberIsNoEdit() {
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        assertThat(edits).isEmpty();
        assertThat(active()).isEqualTo(new GridCell(1, 0));
    }

    @Test
    void aClickElsewhereTakesTheNumberOver() {
        robot.write("3");
        robot.clickOn(middleOf(4, 4));
        assertThat(value(0, 0)).isEqualTo(3);
        assertThat(active()).isEqualTo(new GridCell(4, 4));
    }

    @Test
    void theFocusLeavingTakesTheNumberOver() {
        robot.write("4");
        robot.clickOn(after);
        assertThat(value(0, 0)).isEqualTo(4);
        assertThat(onWindow(after::isFocused)).isTrue();
    }

    @Test
    void aRefusedNumberDoesNotHoldTheFocusAndSaysWhy() {
        double old = value(0, 0);
        robot.write("4x");
        robot.clickOn(after);
        assertThat(editorShows()).isFalse();
        assertThat(reason()).contains("“4x”");
        assertThat(value(0, 0)).isEqualTo(old);
    }

    @Test
    void controlEnterFillsTheSelection() {
        select(1, 1, 2, 3);
        robot.write("9").press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.kind()).isEqualTo(Kind.FILLED);
            assertThat(edit.values()).isDeepEqualTo(new double[][] {{9, 9, 9}, {9, 9, 9}});
        });
    }

    @Test
    void aDoubleClickEdits() {
        robot.doubleClickOn(middleOf(3, 2));
        robot.write("6").type(KeyCode.ENTER);
        assertThat(value(3, 2)).isEqualTo(6);
    }

    @Test
    void clearingTheTextIsNoNumber() {
        robot.type(KeyCode.F2).type(KeyCode.BACK_SPACE).type(KeyCode.ENTER);
        assertThat(reason()).is(saying("format:number.empty"));
        robot.write("8").type(KeyCode.ENTER);
        assertThat(value(0, 0)).isEqualTo(8);
        assertThat(reason()).isEmpty();
    }

    @Test
    void resultsCannotBeTypedOver() {
        show(Sample.random(7, 6).readOnly());
        robot.write("5").type(KeyCode.ENTER).type(KeyCode.F2);
        robot.doubleClickOn(middleOf(1, 1));
        assertThat(editorShows()).isFalse();
        robot.type(KeyCode.DELETE);
        assertThat(reason()).is(saying("ui.grid:refused.readOnly"));
        assertThat(edits).isEmpty();
    }

    @Test
    void nothingAtAllTakesNoKeys() {
        show(new EmptyContent());
        robot.write("5").type(KeyCode.ENTER, 1).type(KeyCode.DELETE).type(KeyCode.DOWN);
        shortcut(KeyCode.A);
        assertThat(edits).isEmpty();
        assertThat(editorShows()).isFalse();
    }

    @Test
    void otherContentOfTheSameSizeLeavesTheEditorOpen() {
        robot.write("1");
        show(Sample.random(7, 6));
        robot.write("2").type(KeyCode.ENTER);
        assertThat(value(0, 0)).isEqualTo(12);
    }

    @Test
    void smallerContentClosesTheEditor() {
        select(6, 5, 6, 5);
        robot.write("1");
        show(Sample.random(2, 2));
        assertThat(editorShows()).isFalse();
        assertThat(active()).isEqualTo(new GridCell(1, 1));
        assertThat(edits).isEmpty();
    }
}

package org.gatescope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.gatescope.format.text.CopyForm;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.CopyAs;
import org.gatescope.ui.grid.GridEdit.Kind;
import org.junit.jupiter.api.Test;

/** Blocks that come and go, and fill. */
class GridClipboardTest extends GridScene {
    @Test
    void aPastedBlockArrivesWhereTheSelectionIs() {
        copyToClipboard("1\t2\t3\t4\r\n5\t6\t7\t8\r\n9\t10\t11\t12,5\r\n");
        select(2, 1, 2, 1);
        shortcut(KeyCode.V);
        assertThat(edits).singleElement().extracting(GridEdit::kind).isEqualTo(Kind.PASTED);
        assertThat(value(2, 1)).isEqualTo(1);
        assertThat(value(4, 4)).isEqualTo(12.5);
        assertThat(onWindow(() -> grid.selection().rows())).isEqualTo(3);
    }

    @Test
    void soDoesAnArrayAsNumPyPrintsIt() {
        copyToClipboard("array([[1., 2.], [3., 4.]])");
        select(2, 1, 2, 1);
        shortcut(KeyCode.V);
        assertThat(value(2, 1)).isEqualTo(1);
        assertThat(value(3, 2)).isEqualTo(4);
        assertThat(reason()).isEmpty();
    }

    @Test
    void aBlockThatDoesNotFitIsRefused() {
        copyToClipboard("1\t2\n3\t4");
        select(6, 5, 6, 5);
        shortcut(KeyCode.V);
        assertThat(edits).isEmpty();
        assertThat(reason()).is(saying("ui.grid:refused.size", 2, 2, 1, 1));
    }

    @Test
    void aCopiedCellFillsTheSelectionItIsPastedOver() {
        select(0, 0, 0, 0);
        shortcut(KeyCode.C);
        select(1, 1, 2, 2);
        shortcut(KeyCode.V);
        assertThat(value(2, 2)).isEqualTo(value(0, 0));
        assertThat(value(1, 1)).isEqualTo(value(0, 0));
    }

    @Test
    void copyAndPasteKeepEveryBit() {
        double exact = value(0, 0);
        shortcut(KeyCode.C);
        assertThat(clipboard()).isEqualTo(Double.toString(exact));
    }

    @Test
    void cutLeavesZeros() {
        select(0, 0, 1, 1);
        shortcut(KeyCode.X);
        assertThat(clipboard().split("[\t\n]", -1)).hasSize(4);
        assertThat(value(1, 1)).isZero();
    }

    @Test
    void deleteClears() {
        select(2, 2, 3, 3);
        robot.type(KeyCode.DELETE);
        assertThat(edits).singleElement().extracting(GridEdit::kind).isEqualTo(Kind.CLEARED);
        assertThat(value(3, 3)).isZero();
    }

    @Test
    void fillDownRepeatsTheFirstRowAndFillRightTheFirstColumn() {
        select(0, 0, 2, 0);
        shortcut(KeyCode.D);
        assertThat(value(2, 0)).isEqualTo(value(0, 0));
        select(0, 0, 0, 3);
        shortcut(KeyCode.R);
        assertThat(value(0, 3)).isEqualTo(value(0, 0));
    }

    @Test
    void theMenuRandomisesWithItsSeed() {
        select(0, 0, 6, 5);
        robot.clickOn(middleOf(2, 2), MouseButton.SECONDARY);
        robot.clickOn(Texts.of(Grid.class).get("menu.randomise", 0.5, 1));
        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.kind()).isEqualTo(Kind.RANDOMISED);
            assertThat(edit.values())
                    .isDeepEqualTo(new GridEdits(grid.getContent(), grid.selection())
                            .randomised(1)
                            .values());
        });
        assertThat(grid.seeds().next()).isEqualTo(2);
    }

    private void copyAs(CopyForm form) {
        robot.press(KeyCode.SHIFT);
        shortcut(KeyCode.C);
        robot.release(KeyCode.SHIFT);
        robot.clickOn(text("ui.control:copy-as." + form)); // whether the first one has the focus is up to the platform
    }

    @Test
    void theMenuHasTheFormsToo() {
        robot.clickOn(middleOf(1, 1), MouseButton.SECONDARY);
        robot.clickOn(text("ui.control:copy-as"));
        assertThat(robot.lookup(text("ui.control:copy-as.LATEX")).queryAll()).isNotEmpty();
    }

    /** What is selected; where that is but one cell, the whole table. */
    @Test
    void copiedAsOtherProgramsWriteIt() {
        select(0, 0, 1, 1);
        copyAs(CopyForm.NUMPY);
        assertThat(clipboard()).startsWith("np.array([[").contains(Numerals.typed(value(1, 1)));
        assertThat(clipboard().lines()).hasSize(2);
        select(2, 2, 2, 2);
        robot.interact(() -> CopyAs.items(grid.actions()::copied)
                .get(CopyForm.JSON.ordinal())
                .fire());
        assertThat(clipboard()).startsWith("[[").endsWith("]]");
        assertThat(clipboard().lines()).hasSize(grid.getContent().rows());
        assertThat(edits).isEmpty();
    }
}

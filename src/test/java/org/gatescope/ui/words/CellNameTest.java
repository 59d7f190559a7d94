package org.gatescope.ui.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.junit.jupiter.api.Test;

class CellNameTest {
    @Test
    void everyBuiltInCellHasANameAndAShortOne() {
        for (String name : BuiltInCells.names()) {
            Cell cell = BuiltInCells.cell(name);
            assertThat(CellName.of(cell)).isNotBlank();
            assertThat(CellName.brief(cell)).isNotBlank().hasSizeLessThanOrEqualTo(19);
        }
    }

    @Test
    void aCellOfOnesOwnIsCalledByItsFirstComment() {
        assertThat(CellName.brief(Cell.parse("# Mine\nstate h\nh' = x @ W"))).isEqualTo("Mine");
        assertThat(CellName.brief(Cell.parse("state h\nh' = x @ W"))).is(saying("ui.words:cell.own"));
    }

    @Test
    void oneMadeFromABuiltInCellIsCalledByThatUntilItHasACommentOfItsOwn() {
        String lstm = BuiltInCells.cell("lstm").source();
        Cell changed = Cell.parse(lstm.replace("i * g", "(1 - f) * g"));
        assertThat(CellName.of(changed)).is(saying("ui.words:cell.changed", "LSTM"));
        assertThat(CellName.brief(changed)).isEqualTo(CellName.of(changed));
        assertThat(CellName.of(Cell.parse(lstm.replaceFirst("#.*", "# Coupled"))))
                .isEqualTo("Coupled");
    }
}

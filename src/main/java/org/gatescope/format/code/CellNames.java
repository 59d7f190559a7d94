package org.gatescope.format.code;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;

/** What the class of a cell is called. */
final class CellNames {
    private CellNames() {}

    /** {@code GruResetBefore} of {@code gru-reset-before}; {@code OwnCell} for one that does not come with Gatescope. */
    static String of(Cell cell) {
        return BuiltInCells.nameOf(cell)
                .map(name -> Arrays.stream(name.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining()))
                .orElse("OwnCell");
    }
}

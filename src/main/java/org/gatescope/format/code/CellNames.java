package org.gatescope.format.code;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;

/** What the class of a cell is called. */
final class CellNames {
    private static final String OWN = "OwnCell";

    private CellNames() {}

    /** {@code GruResetBefore} of {@code gru-reset-before}; {@code OwnCell} for one that does not come with Gatescope. */
    static String of(Cell cell) {
        return BuiltInCells.nameOf(cell).map(CellNames::joined).orElse(OWN);
    }

    /** Those of all cells. */
    static Set<String> all() {
        Set<String> all = new HashSet<>(Set.of(OWN));
        BuiltInCells.names().forEach(name -> all.add(joined(name)));
        return all;
    }

    private static String joined(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

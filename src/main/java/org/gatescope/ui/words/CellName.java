package org.gatescope.ui.words;

import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.text.Texts;

/** What people call a cell: what its first comment says, unless there is a shorter name for it. */
public final class CellName {
    private static final Texts TEXTS = Texts.of(CellName.class);

    private CellName() {}

    /** Short for a cell that comes with the app; the first comment of any other. */
    public static String of(Cell cell) {
        return shorter("cell.", cell).orElse(cell.title().isEmpty() ? TEXTS.get("cell.own") : cell.title());
    }

    /** So short that it fits beside other things; the first comment of a cell that does not come with the app. */
    public static String brief(Cell cell) {
        return shorter("brief.", cell).orElseGet(() -> of(cell));
    }

    /** @param name as {@link BuiltInCells#names} has it */
    public static String ofBuiltIn(String name) {
        return of(BuiltInCells.cell(name));
    }

    private static Optional<String> shorter(String prefix, Cell cell) {
        return BuiltInCells.nameOf(cell)
                .map(name -> prefix + name)
                .filter(TEXTS.bundle()::containsKey)
                .map(TEXTS::get);
    }
}

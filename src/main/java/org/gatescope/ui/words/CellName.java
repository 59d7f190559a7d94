package org.gatescope.ui.words;

import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.text.Texts;

/** What people call a cell. */
public final class CellName {
    private static final Texts TEXTS = Texts.of(CellName.class);

    private CellName() {}

    /** Short for a cell that comes with the app; the first comment of any other. */
    public static String of(Cell cell) {
        return BuiltInCells.nameOf(cell)
                .map(CellName::ofBuiltIn)
                .orElse(cell.title().isEmpty() ? TEXTS.get("cell.own") : cell.title());
    }

    /** So short that it fits beside other things; the first comment of a cell that does not come with the app. */
    public static String brief(Cell cell) {
        return BuiltInCells.nameOf(cell).map(name -> TEXTS.get("brief." + name)).orElse(of(cell));
    }

    /** @param name as {@link BuiltInCells#names} has it */
    public static String ofBuiltIn(String name) {
        return TEXTS.get("cell." + name);
    }
}

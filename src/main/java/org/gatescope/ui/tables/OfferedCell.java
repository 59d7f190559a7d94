package org.gatescope.ui.tables;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.ui.control.SearchWords;
import org.gatescope.ui.settings.OwnCells.OwnCell;
import org.gatescope.ui.words.CellName;

/**
 * What the list of cells offers.
 *
 * @param id    of its button
 * @param title its first comment, which names its source; of a file that is no cell, what is wrong with it
 * @param brief another name by which it is found
 * @param cell  empty for a file that is none
 */
record OfferedCell(String id, String name, String title, String brief, Optional<Cell> cell) {
    /** Those that come with the app, in groups. */
    static List<List<OfferedCell>> builtIn() {
        return BuiltInCells.groups().stream()
                .map(group -> group.stream().map(OfferedCell::of).toList())
                .toList();
    }

    private static OfferedCell of(String name) {
        Cell cell = BuiltInCells.cell(name);
        return new OfferedCell(
                "cell-" + name, CellName.of(cell), cell.title(), CellName.brief(cell), Optional.of(cell));
    }

    static OfferedCell of(OwnCell own) {
        String id = "cell-own-" + own.name();
        return switch (own) {
            case OwnCell.Usable(String name, Cell cell) ->
                new OfferedCell(id, name, cell.title(), "", Optional.of(cell));
            case OwnCell.Broken(String name, String problem) ->
                new OfferedCell(id, name, problem, "", Optional.empty());
        };
    }

    /** True if all words that were typed stand in its names or its title. */
    boolean isMeant(String typed) {
        return SearchWords.allIn(typed, name + " " + brief + " " + title);
    }

    /** True if all words that were typed stand in its names. */
    boolean isNamed(String typed) {
        return SearchWords.allIn(typed, name + " " + brief);
    }

    /** Who describes it or has it so: what stands in brackets in its title; nothing if nothing does. */
    String source() {
        int from = title.indexOf('(');
        int to = title.indexOf(')', from);
        return cell.isPresent() && from >= 0 && to > from ? title.substring(from + 1, to) : "";
    }
}

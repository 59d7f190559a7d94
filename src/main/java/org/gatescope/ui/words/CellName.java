package org.gatescope.ui.words;

import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.text.Texts;

/** What people call a cell: what its first comment says, unless there is a shorter name for it. */
public final class CellName {
    private static final Texts TEXTS = Texts.of(CellName.class);

    private CellName() {}

    /** Short for a cell that comes with the app, and for one that was made from it; the first comment of any other. */
    public static String of(Cell cell) {
        return shorter("cell.", cell).or(() -> changed(cell)).orElseGet(() -> own(cell));
    }

    /** So short that it fits beside other things; the first comment of a cell that does not come with the app. */
    public static String brief(Cell cell) {
        return shorter("brief.", cell).orElseGet(() -> of(cell));
    }

    /** What is worth knowing of a cell that comes with the app, as two of its kind differ in it. */
    public static Optional<String> note(Cell cell) {
        return shorter("note.", cell);
    }

    private static String own(Cell cell) {
        return cell.title().isEmpty() ? TEXTS.get("cell.own") : cell.title();
    }

    /** A first comment that nobody has touched names the paper that the cell no longer follows. */
    private static Optional<String> changed(Cell cell) {
        return BuiltInCells.names().stream()
                .map(BuiltInCells::cell)
                .filter(from -> from.title().equals(cell.title()))
                .findFirst()
                .map(from -> TEXTS.get("cell.changed", brief(from)));
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

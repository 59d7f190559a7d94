package org.gatescope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.settings.OwnCells.OwnCell;

/** A cell as it is named on the command line: one that comes with the app, or a file with its equations. */
final class CellArgument {
    private static final Texts TEXTS = Texts.of(CellArgument.class);

    private CellArgument() {}

    /** @throws FormatException if there is no such cell, or the file is none */
    static Cell read(String text) throws FormatException {
        if (BuiltInCells.names().contains(text)) {
            return BuiltInCells.cell(text);
        }
        if (!isFile(text)) {
            throw refusal("render.cell", text, String.join(", ", BuiltInCells.names()));
        }
        return switch (OwnCells.read(Path.of(text))) {
            case OwnCell.Usable usable -> usable.cell();
            case OwnCell.Broken broken -> throw refusal("render.no-cell", text, broken.problem());
        };
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static FormatException refusal(String key, Object... arguments) {
        return FormatException.because(TEXTS.get(key, arguments));
    }
}

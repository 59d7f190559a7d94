package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user for files, and what is to become of changes. */
public interface Choosers {
    /** Files to open; none if the user thinks better of it. */
    List<Path> toOpen();

    /** Model files to import; none if the user thinks better of it. */
    List<Path> toImport();

    /** A folder of checkpoints; empty if the user thinks better of it. */
    Optional<Path> toImportFolder();

    /** A folder of sessions and lessons; empty if the user thinks better of it. */
    Optional<Path> toFolder();

    /** An array that a model is to be tested with. @param owner the window that asks */
    Optional<Path> toTest(Window owner);

    /** Files with data to import; none if the user thinks better of it. */
    List<Path> toImportData();

    /** @param name that is suggested */
    Optional<Path> toSave(String name);

    /** @param name that is suggested; {@code endings} that the file can have, the usual one first */
    Optional<Path> toExport(String name, List<String> endings);

    /** The same, asked over another window. */
    Choosers over(Window asking);

    /** Shows a text that can be copied, until it is closed. */
    void show(String title, String text);

    /** What is to become of changes before they would be lost. @param name of the document */
    Answer onLoss(String name);

    /** What to do where another program has written the file: save over it, elsewhere, or not at all. */
    Overtaken onOvertaken(String name);

    /** What to do about a file that another program has written. */
    enum Overtaken {
        OVERWRITE,
        ELSEWHERE,
        CANCEL
    }

    /** What is to become of changes. */
    enum Answer {
        SAVE,
        DROP,
        CANCEL
    }
}

package org.gatescope.format.layered;

import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;

/** How a library names and lays out the tables of one cell. */
public interface CellForm {
    /** Whose form it is. */
    Maker maker();

    /** Whether a folder holds such a cell, by names alone. */
    boolean fits(Folder folder);

    /** What the tables do not say. */
    default List<Unstated> unstated(Folder folder) {
        return List.of();
    }

    /** The cell. @throws FormatException if it cannot be taken; the sentence says why and what to do */
    StoredCell read(Folder folder, Answers answers) throws FormatException;
}

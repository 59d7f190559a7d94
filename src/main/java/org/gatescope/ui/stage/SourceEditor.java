package org.gatescope.ui.stage;

import org.gatescope.session.TableId;

/** Where a number on a lane can be edited: the cell of a table. */
@FunctionalInterface
public interface SourceEditor {
    void edit(TableId table, int row, int column);
}

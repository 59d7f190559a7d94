package org.gatescope.ui.grid;

import org.gatescope.picture.table.TableContent;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** What a {@link Grid} shows, and what is said of it. */
public interface GridContent extends TableContent {
    /** Whether its numbers may be typed over. */
    default boolean editable() {
        return false;
    }

    /** Name of the whole, for example {@code Wx.f}; empty for none. */
    default String name() {
        return "";
    }

    /** The row said in full, for example {@code row have}. */
    default String rowName(int row) {
        return Texts.of(GridContent.class).get("row", rowHeading(row));
    }

    /** The column said in full, for example {@code column unit 3}. */
    default String columnName(int column) {
        return Texts.of(GridContent.class).get("column", columnHeading(column));
    }

    /** Name and exact value of a cell. */
    default String describe(int row, int column) {
        String place = Texts.of(GridContent.class).get("describe", rowName(row), columnName(column));
        String named = name().isEmpty() ? place : name() + ", " + place;
        return named + ": " + Numerals.exact(value(row, column));
    }
}

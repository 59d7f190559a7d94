package org.gatescope.session.number;

/** A table that keeps what it has worked out until the step changes. */
sealed interface CachedTable extends Table permits ProductTable, ReducedTable, RowTable {
    /** What it is made from has changed. */
    void forget();
}

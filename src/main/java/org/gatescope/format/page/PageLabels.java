package org.gatescope.format.page;

import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.session.TableId;

/** What parts and tables of a session are called, and which lanes it has. */
public interface PageLabels {
    /** {@code layer 2 ←} of a part's key. */
    String part(String key);

    /** A table's symbol. */
    Formula symbol(TableId id);

    /** What a table is, in words; may be empty. */
    String table(TableId id);

    /** The title that a table stands below. */
    String group(TableId id);

    /** Of all parts, each in the order in which it is computed. */
    List<PageLane> lanes();
}

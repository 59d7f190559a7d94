package org.gatescope.format.layered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.format.found.StoredParameter;

/**
 * A cell that was found.
 *
 * @param inputs D
 * @param hidden H
 * @param stored where its parameters come from, by local name
 * @param notes  sentences on what was recognised and why
 */
public record StoredCell(Cell cell, int inputs, int hidden, Map<String, StoredParameter> stored, List<String> notes) {
    public StoredCell {
        stored = new LinkedHashMap<>(stored);
        notes = List.copyOf(notes);
    }
}

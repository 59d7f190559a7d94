package org.gatescope.ui.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Shape;

/**
 * A cell's text while it is typed.
 *
 * @param cell  what it reads as; empty where it is no cell
 * @param error what is wrong with it otherwise
 */
record CellDraft(String text, Optional<Cell> cell, Optional<CellException> error) {
    static CellDraft of(String text) {
        try {
            return new CellDraft(text, Optional.of(Cell.parse(text)), Optional.empty());
        } catch (CellException e) {
            return new CellDraft(text, Optional.empty(), Optional.of(e));
        }
    }

    /** Parameters that it has and another cell lacks, or has in another shape. */
    List<String> added(Cell before) {
        return cell.map(now -> missing(now.parameters(), before.parameters())).orElse(List.of());
    }

    /** Parameters of another cell that would be gone. */
    List<String> lost(Cell before) {
        return cell.map(now -> missing(before.parameters(), now.parameters())).orElse(List.of());
    }

    private static List<String> missing(Map<String, Shape> from, Map<String, Shape> in) {
        List<String> missing = new ArrayList<>();
        from.forEach((name, shape) -> {
            if (!shape.equals(in.get(name))) {
                missing.add(name);
            }
        });
        return missing;
    }

    /** Where the error is in the text, in characters as Java counts them. */
    int errorIndex() {
        CellException wrong = error.orElseThrow();
        int start = lineStart(wrong.line());
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        int before = Math.min(wrong.column() - 1, line.codePointCount(0, line.length()));
        return start + line.offsetByCodePoints(0, before);
    }

    private int lineStart(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return start;
            }
            start = end + 1;
        }
        return start;
    }
}

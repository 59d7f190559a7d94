package org.gatescope.format.code;

import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Names;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;

/** What Java does not take: a method of more than 64 KB, or a name of as many. */
final class JavaLimits {
    /** Of the expressions of a method; each takes four bytes mostly, and eight at most. */
    private static final int MOST_NODES = 8_000;

    private static final int MOST_CHARACTERS = 60_000;

    private static final int MOST_PARTS = 1_000;

    private JavaLimits() {}

    static void require(Network network) throws FormatException {
        boolean fits = network.parts().size() <= MOST_PARTS
                && network.parts().stream()
                        .map(part -> part.layer().cell())
                        .distinct()
                        .allMatch(JavaLimits::fits);
        if (!fits) {
            throw new FormatException("code.java");
        }
    }

    private static boolean fits(Cell cell) {
        CellLines lines = new CellLines(cell);
        return cell.source().length() <= MOST_CHARACTERS && fits(lines.forward()) && fits(lines.backward());
    }

    private static boolean fits(List<CellLines.Line> lines) {
        return lines.stream().mapToInt(line -> 2 + nodes(line.value())).sum() <= MOST_NODES;
    }

    private static int nodes(Expression node) {
        return 1 + Names.operands(node).stream().mapToInt(JavaLimits::nodes).sum();
    }
}

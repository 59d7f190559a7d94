package org.gatescope.format.text;

import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The decimal marks that the cells of one block show: all of them have to agree, or 1.234 could be two numbers. */
final class DecimalMarks {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    private @Nullable String withPoint;
    private @Nullable String withComma;

    /** Takes note of a number. @return what is wrong if an earlier one has another mark */
    Optional<String> clash(String cell) {
        switch (NumberReader.decimalMark(cell)) {
            case '.' -> withPoint = withPoint == null ? cell : withPoint;
            case ',' -> withComma = withComma == null ? cell : withComma;
            default -> {
                return Optional.empty();
            }
        }
        if (withPoint == null || withComma == null) {
            return Optional.empty();
        }
        String earlier = cell.equals(withPoint) ? withComma : withPoint;
        return Optional.of(TEXTS.get("block.marks", earlier.strip(), cell.strip()));
    }
}

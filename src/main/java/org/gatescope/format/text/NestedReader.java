package org.gatescope.format.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;

/** Reads numbers in one to three levels of brackets, with commas or without, whatever call stands around them. */
final class NestedReader {
    /** {@code x = np.array(}, {@code <tf.Tensor: shape=(2, 3), dtype=float32, numpy= array(} */
    private static final Pattern BEFORE =
            Pattern.compile("\\s*(?:[\\w.]+\\s*=\\s*)?(?:<[^\\[]*numpy=\\s*)?(?:[\\w.]+\\(\\s*)*");
    /** {@code , dtype=float32, device='cuda:0')} */
    private static final Pattern AFTER = Pattern.compile("(?:\\s*,\\s*\\w+\\s*=[^\\[\\]]*)?[\\s)>;,]*");

    private static final int LONGEST_CALL = 300;
    private static final int ROW = 3;

    private final String text;
    private final TensorRows rows;
    private int at;
    /** 1 in the outermost of three levels; of two, the outermost is 2, and of one 3. */
    private int depth;
    /** Whether an item has just ended, so that a comma may follow. */
    private boolean isAfterItem;

    private double[] row = new double[16];
    private int columns;

    NestedReader(String text, TensorRows rows) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.rows = rows;
    }

    /** @return how many dimensions the numbers have, 1 to 3; those of one are a row */
    int read() throws FormatException {
        at = text.indexOf('[');
        requireCall(BEFORE, text.substring(0, at));
        int dimensions = dimensions();
        int outside = ROW - dimensions;
        depth = outside;
        if (dimensions == 1) {
            rows.openBlock();
        }
        do {
            item();
        } while (depth > outside && at < text.length());
        if (depth > outside) {
            throw new FormatException("tensor.open", depth - outside);
        }
        requireCall(AFTER, text.substring(at));
        return dimensions;
    }

    private static void requireCall(Pattern expected, String call) throws FormatException {
        if (call.length() > LONGEST_CALL || !expected.matcher(call).matches()) {
            throw new FormatException("tensor.around", shown(call));
        }
    }

    /** Brackets around the first number. */
    private int dimensions() throws FormatException {
        int open = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (open > ROW) {
                throw new FormatException("tensor.deep");
            }
            if (open == 0) {
                throw new FormatException("block.empty");
            }
            if (isPartOfNumber(c)) {
                return open;
            }
        }
        throw new FormatException("block.empty");
    }

    private void item() throws FormatException {
        char c = text.charAt(at);
        if (isPartOfNumber(c)) {
            number();
            return;
        }
        switch (c) {
            case '[' -> open();
            case ']' -> close();
            case ',' -> comma();
            default -> {}
        }
        at++;
    }

    private void open() throws FormatException {
        depth++;
        if (depth > ROW) {
            throw new FormatException("tensor.levels", "[", rows.block(), rows.nextRow());
        }
        if (depth == ROW - 1) {
            rows.openBlock();
        }
        columns = 0;
        isAfterItem = false;
    }

    private void close() throws FormatException {
        if (depth == ROW) {
            rows.add(Arrays.copyOf(row, columns));
        }
        depth--;
        isAfterItem = true;
    }

    private void comma() throws FormatException {
        if (!isAfterItem) {
            throw new FormatException("tensor.comma", rows.block(), rows.nextRow());
        }
        isAfterItem = false;
    }

    private void number() throws FormatException {
        int start = at;
        while (at < text.length() && isPartOfNumber(text.charAt(at))) {
            at++;
        }
        String number = text.substring(start, at);
        if (depth != ROW) {
            throw new FormatException("tensor.levels", shown(number), rows.block(), rows.nextRow());
        }
        if (columns == row.length) {
            row = Arrays.copyOf(row, 2 * columns);
        }
        switch (TypedNumber.read(number)) {
            case TypedNumber.Number read -> row[columns++] = read.value();
            case TypedNumber.Refused refused ->
                throw new FormatException("tensor.number", rows.block(), rows.nextRow(), columns + 1, refused.reason());
        }
        isAfterItem = true;
    }

    private static boolean isPartOfNumber(char c) {
        return c != '[' && c != ']' && c != ',' && !Character.isWhitespace(c) && c != '\u00A0';
    }

    private static String shown(String part) {
        String stripped = part.strip();
        return stripped.length() > 40 ? stripped.substring(0, 40) + "…" : stripped;
    }
}

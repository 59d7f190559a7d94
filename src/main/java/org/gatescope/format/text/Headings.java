package org.gatescope.format.text;

import java.util.List;

/**
 * Leaves out the headings of a copied table: a first line in which every field begins with a letter, and a first column
 * that does so in the first line of numbers. What merely is no number is not taken for a heading.
 */
final class Headings {
    private int line;
    private int headings;
    private boolean namesRows;
    /** Numbers in front of the rows, as pandas prints them: the line of headings is shorter by one. */
    private boolean numbersRows;

    /** The numbers of the next line; empty for a line of headings. */
    List<String> without(List<String> fields) {
        line++;
        if (line == 1 && areHeadings(fields)) {
            headings = fields.size();
            return List.of();
        }
        if (line == 1 || line == 2 && headings > 0) {
            numbersRows = headings > 0 && headings == fields.size() - 1;
            namesRows = fields.size() > 1 && isHeading(fields.getFirst());
        }
        boolean hasName = fields.size() > 1 && (numbersRows || namesRows && isHeading(fields.getFirst()));
        return hasName ? fields.subList(1, fields.size()) : fields;
    }

    /** The corner may be empty. */
    private static boolean areHeadings(List<String> fields) {
        boolean hasCorner = fields.size() > 1 && fields.getFirst().isBlank();
        return fields.stream().skip(hasCorner ? 1 : 0).allMatch(Headings::isHeading);
    }

    private static boolean isHeading(String field) {
        String word = field.strip();
        return !word.isEmpty()
                && Character.isLetter(word.codePointAt(0))
                && TypedNumber.read(word) instanceof TypedNumber.Refused;
    }
}

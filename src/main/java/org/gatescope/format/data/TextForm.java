package org.gatescope.format.data;

/**
 * How a text is cut into cells and these are read.
 *
 * @param decimalMark point or comma
 * @param header      whether the first row names the columns
 */
public record TextForm(Separator separator, char decimalMark, boolean header) {
    /** What stands between the cells of a row. */
    public enum Separator {
        TAB('\t'),
        SEMICOLON(';'),
        COMMA(','),
        BAR('|'),
        /** One or more, tabs among them; those around a row do not count. */
        SPACES(' '),
        /** Each line is one cell. */
        NONE('\u001F');

        private final char character;

        Separator(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }
    }

    /** The same with another separator. */
    public TextForm withSeparator(Separator changed) {
        return new TextForm(changed, decimalMark, header);
    }

    /** The same with another decimal mark. */
    public TextForm withDecimalMark(char changed) {
        return new TextForm(separator, changed, header);
    }

    /** The same with or without names in its first row. */
    public TextForm withHeader(boolean changed) {
        return new TextForm(separator, decimalMark, changed);
    }
}

package org.gatescope.cell;

/** What a parameter starts with where its declaration says so. */
public sealed interface ParameterStart {
    /** The word of {@link Signs}. */
    String SIGNS = "signs";

    /** Every number of it: {@code param b(H) = 1}. */
    record Constant(double value) implements ParameterStart {
        @Override
        public double at(int column, int columns) {
            return value;
        }

        @Override
        public String text() {
            return SourceText.number(value);
        }
    }

    /**
     * +1 in the first columns, −1 in the others: {@code fixed d(H) = signs(0.8)}.
     *
     * @param share of the columns with +1, from 0 to 1
     */
    record Signs(double share) implements ParameterStart {
        @Override
        public double at(int column, int columns) {
            return column < Math.round(share * columns) ? 1 : -1;
        }

        @Override
        public String text() {
            return SIGNS + "(" + SourceText.number(share) + ")";
        }
    }

    /** The number in a column, from 0, of so many. */
    double at(int column, int columns);

    /** As a cell's text has it. */
    String text();
}

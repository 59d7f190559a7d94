package org.gatescope.format.text;

import java.util.Arrays;
import java.util.List;

/**
 * A rectangle of numbers as spreadsheets put it on the clipboard: tab-separated text, quoted where they like to quote,
 * with either decimal mark and either line end, with headings or without. Or arrays as NumPy, PyTorch, JSON, MATLAB and
 * LaTeX write them.
 */
public sealed interface CopiedBlock {
    /** The numbers, row by row; at least one row and one column. */
    @SuppressWarnings("ArrayRecordComponent")
    record Block(double[][] values) implements CopiedBlock {}

    /** More than one array; at least two. */
    record Several(List<Block> blocks) implements CopiedBlock {}

    /** What is wrong with the text; row and column count from 1. */
    record Refused(String reason) implements CopiedBlock {}

    /**
     * Reads a block. Without tabs, semicolons, commas or spaces separate where that is the only way to read the text; a
     * single comma in each row is its decimal mark.
     */
    static CopiedBlock read(String text) {
        return new BlockReader(16_000_000, 256).read(text);
    }

    /** The block as text that reads back bit by bit, with a decimal point. */
    static String write(double[][] values) {
        return write(values, '.');
    }

    /** The block as text that reads back bit by bit, with the decimal mark a spreadsheet of that language wants. */
    static String write(double[][] values, char decimalMark) {
        StringBuilder text = new StringBuilder();
        for (double[] row : values) {
            text.append(text.isEmpty() ? "" : "\n");
            Arrays.stream(row).forEach(value -> text.append(value).append('\t'));
            text.setLength(Math.max(0, text.length() - 1));
        }
        return decimalMark == '.' ? text.toString() : text.toString().replace('.', decimalMark);
    }
}

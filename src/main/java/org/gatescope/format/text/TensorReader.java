package org.gatescope.format.text;

import java.util.Objects;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.format.text.CopiedTensor.Layout;

/** Finds out whether a copied text has brackets or blocks, and reads it. */
final class TensorReader {
    /** Of a table, a line that holds nothing. */
    private static final Pattern BLANK = Pattern.compile("[\\s;,]*");

    private final int mostNumbers;
    private final int mostMegabytes;

    TensorReader(int mostNumbers, int mostMegabytes) {
        this.mostNumbers = mostNumbers;
        this.mostMegabytes = mostMegabytes;
    }

    CopiedTensor read(String text, Layout layout) {
        try {
            if (text.length() > mostMegabytes * 1_000_000L) {
                throw new FormatException("block.tooLarge", mostNumbers, mostMegabytes);
            }
            requireWhole(text);
            TensorRows rows = new TensorRows(mostNumbers, mostMegabytes);
            if (isNested(text)) {
                int dimensions = new NestedReader(CopiedNotation.plain(text), rows).read();
                if (dimensions == 1) {
                    throw new FormatException("tensor.flat");
                }
                return rows.tensor(dimensions == 2 ? Layout.BATCH_FIRST : layout);
            }
            readBlocks(text, rows);
            return rows.tensor(rows.blocks() == 1 ? Layout.BATCH_FIRST : layout);
        } catch (FormatException e) {
            return new CopiedTensor.Refused(Objects.requireNonNull(e.getMessage()));
        }
    }

    /** Whether the numbers stand in brackets, as an array is printed. */
    static boolean isNested(String text) {
        return text.indexOf('[') >= 0;
    }

    /** One block of an array, in brackets: a single row if it has one dimension. */
    double[][] readNestedBlock(String text) throws FormatException {
        requireWhole(text);
        TensorRows rows = new TensorRows(mostNumbers, mostMegabytes);
        new NestedReader(text, rows).read();
        if (rows.blocks() > 1) {
            throw new FormatException("block.deep", rows.blocks());
        }
        return rows.all();
    }

    private static void requireWhole(String text) throws FormatException {
        if (text.contains("...") || text.indexOf('…') >= 0) {
            throw new FormatException("tensor.shortened");
        }
    }

    /** All blocks are read as one, so that they agree on what separates numbers and on the decimal mark. */
    private void readBlocks(String text, TensorRows rows) throws FormatException {
        String joined =
                String.join("\n", text.lines().filter(line -> !isBlank(line)).toList());
        switch (new BlockReader(mostNumbers, mostMegabytes).read(joined)) {
            case CopiedBlock.Refused refused -> throw FormatException.because(refused.reason());
            case CopiedBlock.Several several -> throw new FormatException("tensor.lines");
            case CopiedBlock.Block block -> {
                if (block.values().length != joined.lines().count()) {
                    throw new FormatException("tensor.lines");
                }
                share(text, block.values(), rows);
            }
        }
    }

    private static void share(String text, double[][] values, TensorRows rows) throws FormatException {
        boolean isBetween = true;
        int row = 0;
        for (String line : text.lines().toList()) {
            if (isBlank(line)) {
                isBetween = true;
                continue;
            }
            if (isBetween) {
                rows.openBlock();
            }
            isBetween = false;
            rows.add(values[row++]);
        }
    }

    private static boolean isBlank(String line) {
        return BLANK.matcher(line).matches();
    }
}

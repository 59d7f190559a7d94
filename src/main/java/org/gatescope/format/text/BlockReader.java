package org.gatescope.format.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Finds out what separates the numbers of a copied text, and reads them. */
final class BlockReader {
    /** Fields between commas that show the commas to be marks of one number: 000 or 1.000.000. */
    private static final Pattern GROUPS = Pattern.compile("(?m)(?:^|,) *[-+]?0\\d|\\.[^,\n]*\\.");

    private static final Texts TEXTS = Texts.of(FormatException.class);

    private final int mostCells;
    private final int mostMegabytes;

    BlockReader(int mostCells, int mostMegabytes) {
        this.mostCells = mostCells;
        this.mostMegabytes = mostMegabytes;
    }

    CopiedBlock read(String copied) {
        if (copied.length() > mostMegabytes * 1_000_000L) {
            return tooLarge();
        }
        Optional<List<String>> arrays = CopiedNotation.arrays(copied);
        return arrays.isPresent() ? readSeveral(arrays.get()) : readOne(copied);
    }

    private CopiedBlock readSeveral(List<String> arrays) {
        List<CopiedBlock.Block> blocks = new ArrayList<>();
        for (String array : arrays) {
            if (!(readOne(array) instanceof CopiedBlock.Block block)) {
                return readOne(array);
            }
            blocks.add(block);
        }
        return switch (blocks.size()) {
            case 0 -> new CopiedBlock.Refused(TEXTS.get("block.empty"));
            case 1 -> blocks.getFirst();
            default -> new CopiedBlock.Several(blocks);
        };
    }

    private CopiedBlock readOne(String copied) {
        String text = CopiedNotation.plain(withoutEnd(copied));
        if (text.isBlank()) {
            return new CopiedBlock.Refused(TEXTS.get("block.empty"));
        }
        if (TensorReader.isNested(text)) {
            return readNested(text);
        }
        if (text.indexOf('\t') >= 0) {
            return read(text, '\t');
        }
        return text.indexOf(';') >= 0 ? read(text, ';') : readUnmarked(text);
    }

    private CopiedBlock readNested(String text) {
        try {
            return new CopiedBlock.Block(new TensorReader(mostCells, mostMegabytes).readNestedBlock(text));
        } catch (FormatException e) {
            return new CopiedBlock.Refused(Objects.requireNonNull(e.getMessage()));
        }
    }

    /** Neither tabs nor semicolons: one column, or separated by commas or spaces, if only one of these makes sense. */
    private CopiedBlock readUnmarked(String text) {
        CopiedBlock column = read(text, '\t');
        boolean isPlainColumn = text.strip().indexOf(' ') < 0 && marksPerRow(text) <= 1;
        if (isPlainColumn && column instanceof CopiedBlock.Block) {
            return column;
        }
        List<CopiedBlock> readings = new ArrayList<>(List.of(column));
        if (text.indexOf(',') >= 0 && !GROUPS.matcher(text).find()) {
            readings.add(read(text, ','));
        }
        if (text.strip().indexOf(' ') >= 0) {
            readings.add(read(text.replaceAll("(?m)^ +| +$", "").replaceAll(" +", " "), ' '));
        }
        List<CopiedBlock> blocks =
                readings.stream().filter(CopiedBlock.Block.class::isInstance).toList();
        if (blocks.size() > 1) {
            return new CopiedBlock.Refused(TEXTS.get("block.unclear", firstLine(text)));
        }
        if (blocks.isEmpty()) {
            return isPlainColumn ? column : readings.getLast();
        }
        return blocks.getFirst();
    }

    private CopiedBlock read(String text, char separator) {
        CsvRecordHandler handler =
                CsvRecordHandler.builder().maxFields(mostCells).build();
        List<double[]> rows = new ArrayList<>();
        DecimalMarks marks = new DecimalMarks();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text)) {
            Headings headings = new Headings();
            for (CsvRecord record : records) {
                List<String> fields = headings.without(record.getFields());
                if (fields.isEmpty()) {
                    continue;
                }
                CopiedBlock.Refused refused = add(fields, rows, marks);
                if (refused != null) {
                    return refused;
                }
            }
        } catch (CsvParseException e) {
            return new CopiedBlock.Refused(TEXTS.get("block.broken", rows.size() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.isEmpty()
                ? new CopiedBlock.Refused(TEXTS.get("block.empty"))
                : new CopiedBlock.Block(rows.toArray(double[][]::new));
    }

    private CopiedBlock.@Nullable Refused add(List<String> fields, List<double[]> rows, DecimalMarks marks) {
        int row = rows.size() + 1;
        int columns = fields.size();
        if ((long) row * columns > mostCells) {
            return tooLarge();
        }
        if (!rows.isEmpty() && rows.getFirst().length != columns) {
            int expected = rows.getFirst().length;
            return new CopiedBlock.Refused(
                    TEXTS.get("block.ragged", row, columns, expected, cut(fields.get(columns - 1))));
        }
        double[] values = new double[columns];
        for (int column = 0; column < columns; column++) {
            String field = fields.get(column);
            switch (TypedNumber.read(field)) {
                case TypedNumber.Number number -> values[column] = number.value();
                case TypedNumber.Refused refused -> {
                    return new CopiedBlock.Refused(TEXTS.get("block.cell", row, column + 1, refused.reason()));
                }
            }
            Optional<String> clash = marks.clash(field);
            if (clash.isPresent()) {
                return new CopiedBlock.Refused(clash.get());
            }
        }
        rows.add(values);
        return null;
    }

    private CopiedBlock.Refused tooLarge() {
        return new CopiedBlock.Refused(TEXTS.get("block.tooLarge", mostCells, mostMegabytes));
    }

    /** Commas and points in the row that has most of them. */
    private static long marksPerRow(String text) {
        return text.lines()
                .mapToLong(
                        line -> line.chars().filter(c -> c == ',' || c == '.').count())
                .max()
                .orElse(0);
    }

    private static String withoutEnd(String copied) {
        String text = copied.startsWith("\uFEFF") ? copied.substring(1) : copied;
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String firstLine(String text) {
        return cut(text.lines().findFirst().orElse(""));
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

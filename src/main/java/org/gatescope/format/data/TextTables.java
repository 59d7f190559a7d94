package org.gatescope.format.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;

/**
 * Reads text as a table, twice: first what its columns hold and how many rows there are, then the cells, into arrays of
 * just that size.
 */
final class TextTables {
    /** As many as are taken from the clipboard at once. */
    static final int MOST_CELLS = 16_000_000;

    /** More are no names of classes or sequences. */
    static final int MOST_WORDS = 10_000;

    private static final int MOST_WORDS_OF_ALL = 200_000;
    private static final int LONGEST_WORD = 200;
    private static final int FIRST = 50;
    private static final Texts TEXTS = Texts.of(TextTables.class);

    private final List<TextFile> files;
    private final TextForm form;
    private final List<Shape> columns = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int rows;
    private int allWords;

    private TextTables(List<TextFile> files, TextForm form) {
        this.files = files;
        this.form = form;
    }

    /** What is known of a column after all rows were looked at. */
    private static final class Shape {
        private final String name;
        private boolean isOfNumbers = true;

        Shape(String name) {
            this.name = name;
        }

        void look(String cell, char mark) {
            isOfNumbers = isOfNumbers && CellNumber.fits(cell, mark);
        }
    }

    /**
     * All files, one below the other.
     *
     * @throws FormatException if one of them is no table, its columns are not those of the first, or there is too much
     */
    static ColumnTable read(List<TextFile> files, TextForm form) throws FormatException {
        return new TextTables(files, form).read();
    }

    private ColumnTable read() throws FormatException {
        for (TextFile file : files) {
            starts.add(rows);
            look(file);
        }
        if (rows == 0) {
            throw FormatException.of(TEXTS, "table.empty");
        }
        return new ColumnTable(fill(), rows, starts);
    }

    private void look(TextFile file) throws FormatException {
        try (TextRows all = TextRows.of(file, form)) {
            boolean isFirst = true;
            while (all.hasNext()) {
                CsvRecord row = all.next();
                if (isFirst) {
                    begin(row, file);
                }
                requireWidth(row, file);
                if (!isFirst || !form.header()) {
                    look(row);
                }
                isFirst = false;
            }
        }
    }

    private void begin(CsvRecord row, TextFile file) throws FormatException {
        if (columns.isEmpty()) {
            for (int i = 0; i < row.getFieldCount(); i++) {
                columns.add(new Shape(name(row, i)));
            }
            return;
        }
        requireWidth(row, file);
        for (int i = 0; form.header() && i < columns.size(); i++) {
            String name = name(row, i);
            if (!name.equals(columns.get(i).name)) {
                throw FormatException.of(TEXTS, "table.names", file.name(), i + 1, name, columns.get(i).name);
            }
        }
    }

    private String name(CsvRecord row, int column) {
        String name = form.header() ? row.getField(column).strip() : "";
        String told = name.isEmpty() ? nameless(column) : name;
        return told.length() > LONGEST_WORD ? told.substring(0, LONGEST_WORD) : told;
    }

    /** What a column is called that has no name. @param column from 0 */
    static String nameless(int column) {
        return TEXTS.get("column", column + 1);
    }

    private void requireWidth(CsvRecord row, TextFile file) throws FormatException {
        if (row.getFieldCount() != columns.size()) {
            throw FormatException.of(
                    TEXTS,
                    files.size() > 1 ? "row.width.of" : "row.width",
                    row.getStartingLineNumber(),
                    row.getFieldCount(),
                    columns.size(),
                    file.name());
        }
    }

    private void look(CsvRecord row) throws FormatException {
        rows++;
        if ((long) rows * columns.size() > MOST_CELLS) {
            throw FormatException.of(TEXTS, "table.large", MOST_CELLS);
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).look(row.getField(i), form.decimalMark());
        }
    }

    private List<Column> fill() throws FormatException {
        List<Filling> filled =
                columns.stream().map(shape -> filling(shape, rows)).toList();
        int at = 0;
        for (TextFile file : files) {
            try (TextRows all = TextRows.of(file, form)) {
                for (boolean isFirst = true; all.hasNext(); isFirst = false) {
                    CsvRecord row = all.next();
                    if (isFirst && form.header()) {
                        continue;
                    }
                    for (int i = 0; i < filled.size(); i++) {
                        filled.get(i).put(at, cell(row, i));
                    }
                    at++;
                }
            }
        }
        if (at != rows) {
            throw FormatException.of(TEXTS, "table.changed");
        }
        return filled.stream().map(Filling::column).toList();
    }

    /** A file that is written to meanwhile may have other rows by now. */
    private String cell(CsvRecord row, int column) throws FormatException {
        if (column >= row.getFieldCount()) {
            throw FormatException.of(TEXTS, "table.changed");
        }
        return row.getField(column).strip();
    }

    private Filling filling(Shape shape, int count) {
        return shape.isOfNumbers
                ? new OfNumbers(shape.name, form.decimalMark(), new double[count])
                : new OfWords(shape.name, count);
    }

    /** A column under way. */
    private sealed interface Filling {
        void put(int row, String cell) throws FormatException;

        Column column();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record OfNumbers(String name, char mark, double[] values) implements Filling {
        @Override
        public void put(int row, String cell) throws FormatException {
            if (row >= values.length || !CellNumber.fits(cell, mark)) {
                throw FormatException.of(TEXTS, "table.changed");
            }
            values[row] = CellNumber.read(cell, mark);
        }

        @Override
        public Column column() {
            return new Column.Numbers(name, values);
        }
    }

    /** Words, until there are too many of them in this column or in all. */
    private final class OfWords implements Filling {
        private final String name;
        private final int[] codes;
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> words = new ArrayList<>();
        private boolean isUnkept;

        OfWords(String name, int count) {
            this.name = name;
            codes = new int[count];
        }

        @Override
        public void put(int row, String cell) throws FormatException {
            if (row >= codes.length) {
                throw FormatException.of(TEXTS, "table.changed");
            }
            if (isUnkept && row >= FIRST) {
                return;
            }
            String word = cell.length() > LONGEST_WORD ? cell.substring(0, LONGEST_WORD) : cell;
            codes[row] = word.isEmpty() ? -1 : places.computeIfAbsent(word, this::add);
            if (!isUnkept
                    && (cell.length() > LONGEST_WORD || words.size() > MOST_WORDS || allWords > MOST_WORDS_OF_ALL)) {
                giveUp();
            }
        }

        private int add(String word) {
            words.add(word);
            allWords++;
            return words.size() - 1;
        }

        private void giveUp() {
            isUnkept = true;
            words.subList(Math.min(FIRST, words.size()), words.size()).clear();
            places.keySet().retainAll(words);
        }

        @Override
        public Column column() {
            return isUnkept ? new Column.Unkept(name, first()) : new Column.Words(name, words, codes);
        }

        private List<String> first() {
            return IntStream.range(0, Math.min(FIRST, codes.length))
                    .mapToObj(row -> codes[row] < 0 ? "" : words.get(codes[row]))
                    .toList();
        }
    }
}

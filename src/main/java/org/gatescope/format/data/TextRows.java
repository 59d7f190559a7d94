package org.gatescope.format.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;

/** The rows of a text, one after the other; empty lines and lines that begin with # are none. */
final class TextRows implements AutoCloseable {
    /** More columns than a table has that one can look at. */
    static final int MOST_COLUMNS = 4096;

    private static final int LONGEST_CELL = 1 << 16;
    private static final Texts TEXTS = Texts.of(TextRows.class);

    private final CsvReader<CsvRecord> records;
    private final Iterator<CsvRecord> rows;
    private long line;

    private TextRows(Reader reader, TextForm form) {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(MOST_COLUMNS * 64)
                .build();
        boolean isSpaced = form.separator() == TextForm.Separator.SPACES;
        records = CsvReader.builder()
                .fieldSeparator(form.separator().character())
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, isSpaced ? new SingleSpaces(reader) : reader);
        rows = records.iterator();
    }

    static TextRows of(TextFile file, TextForm form) throws FormatException {
        try {
            return new TextRows(file.open(), form);
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    static TextRows of(String text, TextForm form) {
        return new TextRows(new StringReader(text), form);
    }

    boolean hasNext() throws FormatException {
        try {
            return rows.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken();
        }
    }

    CsvRecord next() throws FormatException {
        try {
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken();
        }
    }

    private FormatException broken() {
        return FormatException.of(TEXTS, "row.broken", line + 1);
    }

    @Override
    public void close() throws FormatException {
        try {
            records.close();
        } catch (IOException e) {
            throw broken();
        }
    }
}

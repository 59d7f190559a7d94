package org.gatescope.ui.handin;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.gatescope.text.Texts;

/** What was handed in as CSV: a row for each file, for each question the answer and what it is worth. */
public final class HandInCsv {
    private static final Texts TEXTS = Texts.of(HandInCsv.class);

    /** What a spreadsheet would take for a formula, unless it is a number. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\t\\r−-](?![\\d.,; \\-−e]*$).*");

    private HandInCsv() {}

    /**
     * Only files of the lesson are in it.
     *
     * @param isNamed whether rows begin with the file's name; without, they are numbered in an order that only the answers
     *                decide, so that neither tells whose they are
     */
    public static String of(HandedInLessons lessons, boolean isNamed) {
        StringWriter text = new StringWriter();
        List<HandedIn> rows = lessons.rows().stream()
                .filter(HandedIn::isRead)
                .sorted(isNamed ? Comparator.comparing(HandedIn::name) : Comparator.comparing(HandInCsv::shuffled))
                .toList();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heading(lessons, isNamed));
            for (int i = 0; i < rows.size(); i++) {
                csv.writeRecord(row(rows.get(i), isNamed ? plain(rows.get(i).name()) : String.valueOf(i + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // in memory nothing fails
        }
        return text.toString();
    }

    private static List<String> heading(HandedInLessons lessons, boolean isNamed) {
        List<String> heading = new ArrayList<>(List.of(TEXTS.get(isNamed ? "csv.file" : "csv.row")));
        for (int step : lessons.questions().keySet()) {
            heading.add(TEXTS.get("csv.answer", step));
            heading.add(TEXTS.get("csv.mark", step));
        }
        heading.add(TEXTS.get("csv.score"));
        return heading;
    }

    private static List<String> row(HandedIn row, String first) {
        List<String> cells = new ArrayList<>(List.of(first));
        for (Mark mark : row.marks()) {
            cells.add(plain(mark.answer()));
            cells.add(mark.kind().words());
        }
        cells.add(String.valueOf(row.score()));
        return cells;
    }

    private static String plain(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String shuffled(HandedIn row) {
        try {
            String answers = String.join("\n", row(row, ""));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(answers.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

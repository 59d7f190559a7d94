package org.gatescope.format.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.TextForm.Separator;
import org.gatescope.text.Texts;

/** Finds out from the beginning of a text how it is written. */
final class FormFinder {
    private static final Texts TEXTS = Texts.of(FormFinder.class);
    private static final int BEGINNING = 1 << 17;
    private static final int MOST_ROWS = 200;

    private FormFinder() {}

    /** The first rows, cut in one way. @param even how many have as many cells as most have */
    private record Cut(Separator separator, List<List<String>> rows, int width, int even, boolean isBroken) {
        /** Where a row or two are not, reading the whole of it says which. */
        boolean isEven() {
            return width > 1 && even * 10 >= rows.size() * 9;
        }

        /** Reading the whole of it says why. */
        boolean cannotBegin() {
            return isBroken && rows.isEmpty();
        }

        /** Cells that are numbers. */
        long numbers(char mark) {
            return rows.stream()
                    .flatMap(List::stream)
                    .filter(cell -> CellNumber.isNumber(cell, mark))
                    .count();
        }
    }

    static FoundForm find(TextFile file) throws FormatException {
        return find(file.beginning(BEGINNING));
    }

    /** @param beginning of a text; a last line that is cut does not count */
    static FoundForm find(String beginning) {
        String text = whole(beginning);
        Cut cut = cut(text);
        char mark = mark(cut);
        boolean header = hasHeader(cut.rows(), mark);
        TextForm form = new TextForm(cut.separator(), mark, header);
        return new FoundForm(form, whySeparator(cut), whyMark(cut, mark), TEXTS.get("why.header." + header));
    }

    private static String whole(String beginning) {
        int end = Math.max(beginning.lastIndexOf('\n'), beginning.lastIndexOf('\r'));
        return beginning.length() < BEGINNING || end < 0 ? beginning : beginning.substring(0, end + 1);
    }

    /** The first separator, in the order of how seldom it stands within cells, that makes rows of the same width. */
    private static Cut cut(String text) {
        Cut column = cut(text, Separator.NONE);
        Cut broken = column;
        for (Separator separator : Separator.values()) {
            Cut cut = cut(text, separator);
            if (cut.isEven() && !(separator == Separator.COMMA && isOfDecimals(column))) {
                boolean isText = separator == Separator.SPACES && cut.numbers('.') + cut.numbers(',') == 0;
                if (!isText) {
                    return cut;
                }
            }
            broken = cut.cannotBegin() ? cut : broken;
        }
        return broken;
    }

    /** Commas as decimal marks of a single column, perhaps below a name; some as between cells they would hardly be. */
    private static boolean isOfDecimals(Cut column) {
        List<String> cells = column.rows().stream().map(List::getFirst).toList();
        boolean isNamed = !cells.isEmpty() && cells.getFirst().indexOf(',') < 0;
        List<String> values = isNamed ? cells.subList(1, cells.size()) : cells;
        return values.stream().allMatch(cell -> CellNumber.isNumber(cell, ','))
                && values.stream().anyMatch(cell -> cell.matches("-?0?,\\d{2,}|[^,]+"));
    }

    private static Cut cut(String text, Separator separator) {
        List<List<String>> rows = new ArrayList<>();
        boolean isBroken = false;
        try (TextRows all = TextRows.of(text, new TextForm(separator, '.', false))) {
            while (rows.size() < MOST_ROWS && all.hasNext()) {
                CsvRecord row = all.next();
                rows.add(row.getFields());
            }
        } catch (FormatException e) {
            isBroken = true; // reading the whole of it says what is wrong
        }
        int width = 0;
        int even = 0;
        for (List<String> row : rows) {
            int like = (int)
                    rows.stream().filter(other -> other.size() == row.size()).count();
            if (like > even) {
                even = like;
                width = row.size();
            }
        }
        return new Cut(separator, rows, width, even, isBroken);
    }

    private static char mark(Cut cut) {
        return cut.numbers(',') > cut.numbers('.') ? ',' : '.';
    }

    /** Names stand above numbers, or above words that they are none of. */
    private static boolean hasHeader(List<List<String>> rows, char mark) {
        if (rows.size() < 2) {
            return !rows.isEmpty() && rows.getFirst().stream().noneMatch(cell -> CellNumber.fits(cell, mark));
        }
        List<String> first = rows.getFirst();
        List<List<String>> below = rows.subList(1, rows.size());
        if (first.stream().anyMatch(cell -> CellNumber.isNumber(cell, mark))) {
            return false;
        }
        boolean isAboveNumbers = below.stream().flatMap(List::stream).anyMatch(cell -> CellNumber.isNumber(cell, mark));
        boolean areDistinct = new HashSet<>(first).size() == first.size();
        boolean isRepeated = below.stream().anyMatch(row -> row.stream().anyMatch(first::contains));
        boolean areOthersRepeated = new HashSet<>(below).size() < below.size();
        return isAboveNumbers || areDistinct && !isRepeated && (first.size() > 1 || areOthersRepeated);
    }

    private static String whySeparator(Cut cut) {
        String key = cut.separator().name().toLowerCase(Locale.ROOT);
        return TEXTS.get("why.separator." + key, cut.even(), cut.rows().size(), cut.width());
    }

    private static String whyMark(Cut cut, char mark) {
        long numbers = cut.numbers(mark);
        return TEXTS.get(
                mark == ',' ? "why.mark.comma" : "why.mark.point", numbers, cut.numbers(mark == ',' ? '.' : ','));
    }
}

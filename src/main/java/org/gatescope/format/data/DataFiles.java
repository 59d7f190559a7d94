package org.gatescope.format.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyReader;
import org.gatescope.format.tensor.NpzReader;
import org.gatescope.format.tensor.ZipArchive;
import org.gatescope.text.Texts;

/**
 * Files with sequences: texts of one form, or arrays.
 *
 * @param paths at least one, in the order in which their sequences come
 * @param texts one for each path; none where they are arrays
 * @param found how the first text is written; empty for arrays
 */
public record DataFiles(List<Path> paths, List<TextFile> texts, Optional<FoundForm> found) {
    /** Endings of the files that are taken. */
    public static final List<String> ENDINGS = List.of("csv", "tsv", "tab", "txt", "dat", "npy", "npz");

    private static final String PLAIN = "txt";
    /** More than a session holds as text. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final Set<String> ARRAYS = Set.of("npy", "npz");
    private static final Texts TEXTS = Texts.of(DataFiles.class);

    public DataFiles {
        paths = List.copyOf(paths);
        texts = List.copyOf(texts);
    }

    /** True for a file that is called as data are. */
    public static boolean fits(Path path) {
        return ENDINGS.contains(ending(path));
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Looks at files, as far as is needed to say how they are written. Of several, each is a sequence, or holds some.
     *
     * @throws FormatException if one of them cannot be read, or arrays are several
     */
    public static DataFiles of(List<Path> paths) throws FormatException {
        boolean areArrays = paths.stream().anyMatch(path -> ARRAYS.contains(ending(path)));
        if (areArrays && paths.size() > 1) {
            throw FormatException.of(TEXTS, "files.arrays");
        }
        List<TextFile> texts = new ArrayList<>();
        for (Path path : areArrays ? List.<Path>of() : paths) {
            texts.add(TextFile.of(path));
        }
        return new DataFiles(
                paths, texts, areArrays ? Optional.empty() : Optional.of(FormFinder.find(texts.getFirst())));
    }

    /** Their table, of texts. @throws FormatException with what is wrong, and where */
    public ColumnTable read(TextForm form) throws FormatException {
        return TextTables.read(texts, form);
    }

    /** Their table, of arrays. @throws FormatException with what is wrong, and where */
    public ColumnTable read(ArrayOrder order) throws FormatException {
        Path path = paths.getFirst();
        List<NamedTensor> tensors =
                ending(path).equals("npz") ? NpzReader.read(ZipArchive.of(path)) : List.of(NpyReader.read(path));
        return ArrayTables.read(tensors, order);
    }

    /**
     * All of their text, line after line, where it is sentences: files that end with .txt, in which no column is numbers.
     *
     * @throws FormatException if they cannot be read
     */
    public Optional<String> sentences() throws FormatException {
        boolean isText = found.isPresent()
                && paths.stream().allMatch(path -> ending(path).equals(PLAIN));
        if (!isText || !isOfWords(read(found.get().form()))) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder();
        for (TextFile text : texts) {
            all.append(text.beginning(MOST_CHARACTERS + 1)).append('\n');
            if (all.length() > MOST_CHARACTERS) {
                return Optional.empty(); // its words are told one by one
            }
        }
        return Optional.of(all.toString().strip());
    }

    private static boolean isOfWords(ColumnTable table) {
        return table.columns().stream().noneMatch(Column.Numbers.class::isInstance);
    }

    /** What a session of theirs is called. */
    public String title() {
        return String.valueOf(paths.getFirst().getFileName()).replaceFirst("\\.[^.]+$", "");
    }
}

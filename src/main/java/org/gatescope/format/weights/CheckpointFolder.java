package org.gatescope.format.weights;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;

/** The checkpoints of one training among the files of a folder: alike in name but for their numbers, in their order. */
final class CheckpointFolder {
    private static final Pattern WEIGHTS =
            Pattern.compile(".*\\.(pt|pth|ckpt|bin|safetensors|npz|h5|keras|onnx|json)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST = 10_000;

    private CheckpointFolder() {}

    /**
     * The checkpoints of a folder. Where names of several forms are numbered, the form that most files have.
     *
     * @throws FormatException if there are fewer than two, or no form is more frequent than the others
     */
    static List<Path> files(Path folder) throws FormatException {
        Map<String, List<Path>> forms = new LinkedHashMap<>();
        for (Path file : numbered(folder)) {
            forms.computeIfAbsent(form(file), form -> new ArrayList<>()).add(file);
        }
        List<List<Path>> longest = forms.values().stream()
                .sorted(Comparator.comparingInt(List<Path>::size).reversed())
                .toList();
        if (longest.isEmpty() || longest.getFirst().size() < 2) {
            throw new FormatException("checkpoints.none");
        }
        List<Path> files = longest.getFirst();
        if (longest.size() > 1 && longest.get(1).size() == files.size()) {
            throw new FormatException(
                    "checkpoints.forms",
                    name(files.getFirst()),
                    name(longest.get(1).getFirst()));
        }
        return files.stream()
                .sorted(Comparator.comparing(CheckpointFolder::name, CheckpointFolder::naturally))
                .toList();
    }

    private static List<Path> numbered(Path folder) throws FormatException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = name(file);
                if (!name.startsWith(".")
                        && WEIGHTS.matcher(name).matches()
                        && NUMBER.matcher(stem(name)).find()
                        && Files.isRegularFile(file)) {
                    found.add(file);
                }
                if (found.size() > MOST) {
                    throw new FormatException("checkpoints.many", MOST);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
        return found;
    }

    /** The name without its numbers; the ending may have some of its own. */
    private static String form(Path file) {
        String name = name(file);
        String stem = stem(name);
        return NUMBER.matcher(stem).replaceAll("#")
                + name.substring(stem.length()).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** 2 before 10, whatever stands around them; names of one form have texts and numbers in the same places. */
    private static int naturally(String first, String second) {
        int i = 0;
        int k = 0;
        while (i < first.length() && k < second.length()) {
            int endOfFirst = endOfDigits(first, i);
            int endOfSecond = endOfDigits(second, k);
            int order = endOfFirst > i && endOfSecond > k
                    ? compareNumbers(first.substring(i, endOfFirst), second.substring(k, endOfSecond))
                    : Character.compare(first.charAt(i), second.charAt(k));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, endOfFirst);
            k = Math.max(k + 1, endOfSecond);
        }
        return first.compareTo(second); // 01 and 1
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Of any length. */
    private static int compareNumbers(String first, String second) {
        String one = first.replaceFirst("^0+(?=.)", "");
        String other = second.replaceFirst("^0+(?=.)", "");
        return one.length() != other.length() ? Integer.compare(one.length(), other.length()) : one.compareTo(other);
    }
}

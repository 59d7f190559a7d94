package org.gatescope.format.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;

/** Reads NumPy's {@code .npz}: a zip archive of {@code .npy} files. */
public final class NpzReader {
    static final String ENDING = ".npy";

    private NpzReader() {}

    /** Whether an archive is one. */
    public static boolean fits(ZipArchive archive) {
        return archive.members().keySet().stream().anyMatch(name -> name.endsWith(ENDING));
    }

    /** All arrays of numbers, in their order. @throws FormatException if one of them cannot be read */
    public static List<NamedTensor> read(ZipArchive archive) throws FormatException {
        List<NamedTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, ZipMember> member : archive.members().entrySet()) {
            String file = member.getKey();
            if (file.endsWith(ENDING)) {
                String name = file.substring(0, file.length() - ENDING.length());
                NpyReader.numbers(name, member.getValue()).ifPresent(tensors::add);
            }
        }
        return tensors;
    }

    /** Single texts whose names match. @throws FormatException if one of them cannot be read */
    public static Map<String, String> texts(ZipArchive archive, Pattern names) throws FormatException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, ZipMember> member : archive.members().entrySet()) {
            String file = member.getKey();
            String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
            if (names.matcher(name).matches()) {
                NpyText.read(name, member.getValue()).ifPresent(text -> texts.put(name, text));
            }
        }
        return texts;
    }
}

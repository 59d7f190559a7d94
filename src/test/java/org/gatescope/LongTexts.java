package org.gatescope;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A language that nobody speaks, to see whether panels have room for one that needs more of it than English: each word
 * goes on with its own first half. What a text leaves open stays as it is.
 */
public final class LongTexts {
    /**
     * A placeholder, or the head of a choice, or a word; symbols of a single letter and functions of expressions are alike
     * in all languages.
     */
    private static final Pattern PIECE = Pattern.compile("\\{\\d+(,choice,|,number)?|(?<word>\\p{L}{2,}+(?!\\())");

    private LongTexts() {}

    /** The text, longer by half. */
    public static String of(String text) {
        return PIECE.matcher(text).replaceAll(piece -> piece.group("word") == null ? "$0" : "$0" + half(piece.group()));
    }

    private static String half(String word) {
        return word.substring(0, (word.length() + 1) / 2).toLowerCase(Locale.ROOT);
    }

    /** Writes all bundles beneath a folder that then stands first on a class path. */
    public static void write(Path folder) throws IOException {
        for (String bundle : Bundles.all()) {
            Properties texts = new Properties();
            Bundles.texts(bundle).forEach((key, text) -> texts.setProperty(key, of(text)));
            Path place = Files.createDirectories(folder.resolve("org/gatescope").resolve(bundle.replace('.', '/')));
            try (Writer writer = Files.newBufferedWriter(place.resolve("texts.properties"))) {
                texts.store(writer, null);
            }
        }
    }
}

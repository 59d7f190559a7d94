package org.gatescope.format.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as they stand in a page. What comes from a session stays text wherever it stands. */
public final class Html {
    private static final Pattern PLACE = Pattern.compile("%\\{(\\w+)}");

    private Html() {}

    /** Between tags and in attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON within a script: no tag, and no line that a program would end at. */
    static String json(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** A program, in which only comments and texts may have what ends a script, or begins a comment of HTML. */
    static String script(String program) {
        return program.replace("</", "<\\/").replace("<!--", "<\\!--");
    }

    /** One of this package's resources. */
    public static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Html.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A template with texts in its places, in which none is looked for. */
    public static String filled(String template, Map<String, String> texts) {
        Matcher places = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String place = String.valueOf(places.group(1));
            String text = Objects.requireNonNull(texts.get(place), place);
            places.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return places.appendTail(filled).toString();
    }
}

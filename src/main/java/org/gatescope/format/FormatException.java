package org.gatescope.format;

import java.util.stream.Stream;
import org.gatescope.text.Texts;

/** A file or text is not what it should be; the message is one sentence that says what is wrong and where. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FormatException.class);
    /** Longer names and pieces of a file are not told whole. */
    private static final int LONGEST = 300;

    /**
     * @param key       of the sentence in the texts of this package
     * @param arguments what fills its {0}, {1} …
     */
    public FormatException(String key, Object... arguments) {
        this(sentence(TEXTS, key, arguments));
    }

    private FormatException(String sentence) {
        super(sentence);
    }

    /** The same with the texts of another package. */
    public static FormatException of(Texts texts, String key, Object... arguments) {
        return new FormatException(sentence(texts, key, arguments));
    }

    private static String sentence(Texts texts, String key, Object... arguments) {
        return texts.get(
                key, Stream.of(arguments).map(FormatException::harmless).toArray());
    }

    /** What comes from a file cannot steer a terminal or fill it: what is not seen shows as �. */
    private static Object harmless(Object argument) {
        if (!(argument instanceof String text)) {
            return argument;
        }
        String visible = text.replaceAll("[\\p{C}\\u2028\\u2029]", "\uFFFD");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
    }

    /** With a sentence that is there already. */
    public static FormatException because(String sentence) {
        return new FormatException(sentence);
    }
}

package org.gatescope.format;

import org.gatescope.text.Texts;

/** A file or text is not what it should be; the message is one sentence that says what is wrong and where. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FormatException.class);

    /**
     * @param key       of the sentence in the texts of this package
     * @param arguments what fills its {0}, {1} …
     */
    public FormatException(String key, Object... arguments) {
        this(TEXTS.get(key, arguments));
    }

    private FormatException(String sentence) {
        super(sentence);
    }

    /** With a sentence that is there already. */
    public static FormatException because(String sentence) {
        return new FormatException(sentence);
    }
}

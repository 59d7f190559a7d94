package org.gatescope.format;

import org.gatescope.text.Texts;

/** A file or text is not what it should be; the message is one sentence that says what is wrong and where. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FormatException.class);

    FormatException(String key, Object... arguments) {
        super(TEXTS.get(key, arguments));
    }
}

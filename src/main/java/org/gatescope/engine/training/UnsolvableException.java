package org.gatescope.engine.training;

import org.gatescope.text.Texts;

/** A regression has no solution, or not one alone; the message is for the user. */
public final class UnsolvableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(UnsolvableException.class);

    UnsolvableException(String key, Object... arguments) {
        super(TEXTS.get(key, arguments));
    }
}

package org.gatescope.engine.diagnostics;

import org.gatescope.text.Texts;

/** A matrix lacks the property that was asked for, or is not finite; the message is for the user. */
public final class UnfitMatrixException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(UnfitMatrixException.class);

    UnfitMatrixException(String key, Object... arguments) {
        super(TEXTS.get(key, arguments));
    }
}

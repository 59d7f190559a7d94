package org.gatescope.session;

import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.diagnostics.UnfitMatrixException;
import org.gatescope.text.Texts;

/**
 * Why work came to nothing.
 *
 * @param cause    for the log
 * @param sentence for the user: what an exception of ours says, of any other only that there was one
 */
public record Failure(Throwable cause, String sentence) {
    private static final Texts TEXTS = Texts.of(Failure.class);
    private static final System.Logger LOG = System.getLogger(Failure.class.getName());

    static Failure of(Throwable cause) {
        return switch (cause) {
            case TooLargeException e -> new Failure(e, String.valueOf(e.getMessage()));
            case UnfitMatrixException e -> new Failure(e, String.valueOf(e.getMessage()));
            case RefusedException e -> new Failure(e, String.valueOf(e.getMessage()));
            case OutOfMemoryError e -> new Failure(e, TEXTS.get("failure.memory"));
            default -> unexpected(cause);
        };
    }

    private static Failure unexpected(Throwable cause) {
        String sentence = TEXTS.get("failure.unexpected");
        LOG.log(System.Logger.Level.WARNING, sentence, cause);
        return new Failure(cause, sentence);
    }
}

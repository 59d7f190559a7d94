package org.gatescope.session;

import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.diagnostics.UnfitMatrixException;
import org.gatescope.engine.training.UnsolvableException;
import org.gatescope.text.Texts;

/**
 * Why work failed.
 *
 * @param cause    for the log
 * @param sentence for the user: the message of an exception of ours; of any other, only that there was one
 */
public record Failure(Throwable cause, String sentence) {
    private static final Texts TEXTS = Texts.of(Failure.class);
    private static final System.Logger LOG = System.getLogger(Failure.class.getName());

    /** What is said of a failure is in the log as well, where we did not expect it. */
    static Failure of(Throwable cause) {
        String sentence = sentence(cause);
        if (!isExpected(cause)) {
            LOG.log(System.Logger.Level.WARNING, sentence, cause);
        }
        return new Failure(cause, sentence);
    }

    /** For the user: never the name of an exception. */
    public static String sentence(Throwable cause) {
        if (isExpected(cause)) {
            return String.valueOf(cause.getMessage());
        }
        return TEXTS.get(cause instanceof OutOfMemoryError ? "failure.memory" : "failure.unexpected");
    }

    /** Whose message is a sentence of ours. */
    private static boolean isExpected(Throwable cause) {
        return cause instanceof TooLargeException
                || cause instanceof UnfitMatrixException
                || cause instanceof UnsolvableException
                || cause instanceof RefusedException;
    }
}

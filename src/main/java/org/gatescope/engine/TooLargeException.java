package org.gatescope.engine;

import org.gatescope.text.Texts;

/** A run of these sizes would need more memory than there is; nothing was allocated. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(TooLargeException.class);

    /**
     * @param needed bytes that a run would take
     * @param available bytes that are free
     */
    public TooLargeException(Sizes sizes, long needed, long available) {
        super(TEXTS.get("memory", sizes, megabytes(needed), megabytes(available)));
    }

    /** @param cause the overflow: an array would need more than 2³¹ − 1 entries */
    public TooLargeException(Sizes sizes, Throwable cause) {
        super(TEXTS.get("memory.array", sizes), cause);
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}

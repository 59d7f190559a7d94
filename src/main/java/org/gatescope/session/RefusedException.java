package org.gatescope.session;

/** A request that cannot be met; the message is a sentence for the user. */
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param sentence why it cannot be met */
    public RefusedException(String sentence) {
        super(sentence);
    }
}

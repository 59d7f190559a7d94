package org.gatescope.session;

/** What was asked for cannot be; the message is a sentence for the user. */
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param sentence why it cannot be */
    public RefusedException(String sentence) {
        super(sentence);
    }
}

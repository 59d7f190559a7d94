package org.gatescope.ui;

/** There is no display that a window could open on; the message says to the user what to do. */
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1;

    NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.gatescope.format.found;

/**
 * Something that the file does not say of a network.
 *
 * @param usual  the answer that holds unless there is another, as {@link Answers} has it
 * @param reason a sentence on why it is the usual one
 */
public record Unstated(Subject subject, String usual, String reason) {
    /** What is asked for. */
    public enum Subject {
        ACTIVATION,
        RECURRENT_ACTIVATION,
        FORGET_BIAS,
        RESET_AFTER,
        BIASES_APART
    }
}

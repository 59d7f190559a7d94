package org.gatescope.format.found;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file does not say of a network, as far as the user has said it.
 *
 * @param activation          of a plain cell, and of candidate and output of a gated one, as the cell language names it
 * @param recurrentActivation of the gates
 * @param forgetBias          what is added to the bias of an LSTM's forget gate when it is run
 */
public record Answers(Optional<String> activation, Optional<String> recurrentActivation, OptionalDouble forgetBias) {
    /** Nothing is said: the usual answers hold. */
    public static final Answers USUAL = new Answers(Optional.empty(), Optional.empty(), OptionalDouble.empty());
}

package org.gatescope.format.found;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file does not say of a network, as far as the user has said it.
 *
 * @param activation          of a plain cell, and of candidate and output of a gated one, as the cell language names it
 * @param recurrentActivation of the gates
 * @param forgetBias          what is added to the bias of an LSTM's forget gate when it is run
 * @param resetAfter          whether the reset gate of Keras's GRU acts after the product
 * @param biasesApart         whether both biases of PyTorch's gates stay apart instead of being summed
 */
public record Answers(
        Optional<String> activation,
        Optional<String> recurrentActivation,
        OptionalDouble forgetBias,
        Optional<Boolean> resetAfter,
        Optional<Boolean> biasesApart) {
    /** Nothing is said: the usual answers hold. */
    public static final Answers USUAL =
            new Answers(Optional.empty(), Optional.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());

    /** The same with another {@link #activation}. */
    public Answers withActivation(String changed) {
        return new Answers(Optional.of(changed), recurrentActivation, forgetBias, resetAfter, biasesApart);
    }

    /** The same with another {@link #recurrentActivation}. */
    public Answers withRecurrentActivation(String changed) {
        return new Answers(activation, Optional.of(changed), forgetBias, resetAfter, biasesApart);
    }

    /** The same with another {@link #forgetBias}. */
    public Answers withForgetBias(double changed) {
        return new Answers(activation, recurrentActivation, OptionalDouble.of(changed), resetAfter, biasesApart);
    }

    /** The same with another {@link #resetAfter}. */
    public Answers withResetAfter(boolean changed) {
        return new Answers(activation, recurrentActivation, forgetBias, Optional.of(changed), biasesApart);
    }

    /** The same with another {@link #biasesApart}. */
    public Answers withBiasesApart(boolean changed) {
        return new Answers(activation, recurrentActivation, forgetBias, resetAfter, Optional.of(changed));
    }
}

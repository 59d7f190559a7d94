package org.gatescope.engine;

/**
 * How far outputs are from their targets.
 *
 * @param average what the sum over steps and sequences is divided by
 */
public record Loss(Kind kind, Average average) {
    public enum Kind {
        /** (y − target)², averaged over the outputs. */
        MEAN_SQUARED,
        /** −target · log y − (1 − target) · log(1 − y), averaged over the outputs; for sigmoid outputs. */
        BINARY_CROSS_ENTROPY,
        /** −Σ target · log y; for softmax outputs. */
        CATEGORICAL_CROSS_ENTROPY
    }

    public enum Average {
        /** The number of steps that count, over all sequences. */
        BATCH_AND_TIME,
        /** The number of sequences: steps are summed. */
        BATCH,
        /** Nothing. */
        SUM
    }

    /** Cross-entropies are computed from logits, so they need the activation that belongs to them. */
    public boolean fits(ReadOut.Activation activation) {
        return switch (kind) {
            case MEAN_SQUARED -> true;
            case BINARY_CROSS_ENTROPY -> activation == ReadOut.Activation.SIGMOID;
            case CATEGORICAL_CROSS_ENTROPY -> activation == ReadOut.Activation.SOFTMAX;
        };
    }
}

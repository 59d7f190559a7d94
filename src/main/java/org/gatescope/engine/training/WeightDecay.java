package org.gatescope.engine.training;

/**
 * What draws parameters towards zero besides the gradient of the loss.
 *
 * @param coupled       λ of the term λ θ that is added to a gradient after clipping, as the optimizers of PyTorch do
 * @param decoupled     λ of θ −= rate · λ θ, apart from the gradient, as AdamW and Keras do (Loshchilov and Hutter 2019)
 * @param matricesAlone spares biases and other vectors
 */
public record WeightDecay(double coupled, double decoupled, boolean matricesAlone) {
    /** Nothing does. */
    public static final WeightDecay NONE = new WeightDecay(0, 0, false);

    public WeightDecay {
        Require.notNegative("weight-decay", coupled);
        Require.notNegative("weight-decay", decoupled);
    }

    /** In the gradients of all parameters. */
    public static WeightDecay coupled(double rate) {
        return new WeightDecay(rate, 0, false);
    }

    /** The same with λ in the gradient. */
    public WeightDecay withCoupled(double changed) {
        return new WeightDecay(changed, decoupled, matricesAlone);
    }

    /** The same with λ apart from the gradient. */
    public WeightDecay withDecoupled(double changed) {
        return new WeightDecay(coupled, changed, matricesAlone);
    }

    /** The same of all parameters, or of matrices alone. */
    public WeightDecay of(boolean matrices) {
        return new WeightDecay(coupled, decoupled, matrices);
    }

    boolean spares(boolean isVector) {
        return isVector && matricesAlone;
    }
}

package org.gatescope.engine;

/** What a network puts out at steps that are not computed; its states keep their values in either case. */
public enum HeldOutput {
    /** The output is kept, as the state is: Keras with a mask. */
    KEPT,
    /** Zero: PyTorch's {@code pad_packed_sequence}, ONNX, and Keras' {@code zero_output_for_mask}. */
    ZERO
}

package org.gatescope.engine;

/**
 * What becomes of what a layer reads, beside being read: it can be carried past the layer, at each step, into what the layer
 * puts out.
 */
public enum Shortcut {
    NONE,
    /** Residual: it is added to the output, which has to be as wide (He et al. 2016; TensorFlow's ResidualWrapper). */
    ADDED,
    /** Skip: it stands beside the output, the output first (Graves 2013; Keras' Concatenate). */
    CONCATENATED
}

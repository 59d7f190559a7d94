package org.gatescope.format.found;

import java.util.Locale;

/** Libraries whose weights are known. */
public enum Maker {
    TORCH,
    KERAS,
    ONNX,
    TENSORFLOW,
    FLAX,
    HAIKU,
    EQUINOX,
    GATESCOPE;

    /** What names of its gradients begin with in a trace: {@code torch/weight_ih_l0}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

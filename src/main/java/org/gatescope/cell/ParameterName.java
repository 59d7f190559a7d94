package org.gatescope.cell;

/**
 * A parameter's name, taken apart as users of the field write them: {@code Wx.f} is what the forget gate takes from x. The
 * language itself gives names no meaning; headings, biases to start from and knobs do.
 *
 * @param stem {@code Wx}; of a name without a gate, all of it
 * @param gate {@code f}, or the empty string
 */
public record ParameterName(String stem, String gate) {
    /** The forget gate's bias. */
    public static final ParameterName FORGET_BIAS = new ParameterName("b", "f");

    /** Takes a parameter's name apart; a name without a dot has no gate. */
    public static ParameterName of(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 0
                ? new ParameterName(text, "")
                : new ParameterName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** {@code Wx.f}. */
    public String text() {
        return gate.isEmpty() ? stem : stem + "." + gate;
    }

    /** True for {@code b}, {@code b.f}, {@code bh.n}. */
    public boolean isBias() {
        return stem.equals("b") || stem.equals("bh") && !gate.isEmpty();
    }

    /** True for {@code p.f}: what a gate takes from the cell state. */
    public boolean isPeephole() {
        return stem.equals("p") && !gate.isEmpty();
    }
}

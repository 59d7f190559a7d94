package org.gatescope.cell;

/**
 * A name of a cell's equations or adjoint lines, taken apart. In the order in which they stand: {@code d.} before the
 * gradient of the loss with respect to what follows, the quantity, the state or the parameter itself ({@code f}, {@code
 * h'}, {@code Wx.f}, {@code f.pre}), and in brackets the moment it is of, where that is not the step at hand.
 *
 * @param base       without what stands before and behind: {@code h} of {@code d.h[t+1]}
 * @param isGradient with {@code d.} before it
 * @param mark       the moment with its brackets, as {@code [t+1]}; empty for the step at hand
 */
public record QuantityName(String base, boolean isGradient, String mark) {
    private static final String GRADIENT = "d.";
    private static final String PRIME = "'";
    private static final String PRE_ACTIVATION = ".pre";

    /** Takes a name apart. */
    public static QuantityName of(String text) {
        int bracket = text.indexOf('[');
        int end = bracket < 0 ? text.length() : bracket;
        boolean isGradient = isGradient(text);
        return new QuantityName(
                text.substring(isGradient ? GRADIENT.length() : 0, end), isGradient, text.substring(end));
    }

    /** True for the name of a gradient: of {@code d.f}, and of {@code d.h[t+1]}. */
    public static boolean isGradient(String text) {
        return text.startsWith(GRADIENT);
    }

    /** True for the name of what was or will be at another step, or comes from another part of the network. */
    public static boolean isMarked(String text) {
        return text.contains("[");
    }

    /** {@code f} of {@code d.f} as of {@code f}, whatever the moment. */
    public static String base(String text) {
        return of(text).base();
    }

    /** {@code d.f} of {@code f}. */
    public static String gradient(String quantity) {
        return GRADIENT + quantity;
    }

    /** {@code h'} of {@code h}. */
    public static String after(String state) {
        return state + PRIME;
    }

    /** True for the name of a state after the step. */
    public static boolean isAfter(String text) {
        return text.endsWith(PRIME);
    }

    /** {@code h} of {@code h'} as of {@code h}. */
    public static String unprimed(String text) {
        return isAfter(text) ? text.substring(0, text.length() - PRIME.length()) : text;
    }

    /** {@code f.pre} of {@code f}, {@code h.pre} of {@code h'}: the argument of a line's activation. */
    public static String preActivation(String line) {
        return unprimed(line) + PRE_ACTIVATION;
    }

    /** True for the argument of an activation that has no line of its own: {@code f.pre}, {@code d.f.pre}. */
    public static boolean isPreActivation(String text) {
        return text.endsWith(PRE_ACTIVATION);
    }

    /** {@code d.h} of {@code d.h[t+1]}. */
    public String unmarked() {
        return isGradient ? gradient(base) : base;
    }

    /** As it stands in an equation. */
    public String text() {
        return unmarked() + mark;
    }
}

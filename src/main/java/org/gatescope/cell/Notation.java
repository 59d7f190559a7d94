package org.gatescope.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of the cell language as people read them. The gradient that is typed {@code d.h'} is called ∂L/∂h, as the lanes
 * call it; {@code d.h} stands only where code is typed.
 */
public final class Notation {
    private static final String GRADIENT = "∂L/∂";
    /** {@code d.} where a name begins. */
    private static final Pattern TYPED_GRADIENT = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_.])d\\.(?=\\p{L})");

    private Notation() {}

    /** A name that stands alone: {@code h} for {@code h'}, {@code ∂L/∂h} for {@code d.h'}. */
    public static String of(String name) {
        QuantityName taken = QuantityName.of(name);
        return of(QuantityName.unprimed(taken.base()) + taken.mark(), taken.isGradient());
    }

    /** A quantity, or the gradient of the loss with respect to it. */
    public static String of(String quantity, boolean isGradient) {
        return isGradient ? gradient(QuantityName.unprimed(quantity)) : QuantityName.unprimed(quantity);
    }

    /** {@code ∂L/∂layer 1 Wx.f} of {@code layer 1 Wx.f}. */
    public static String gradient(String name) {
        return GRADIENT + name;
    }

    /** An expression, in which a state before the step and after it differ: {@code ∂L/∂c′ * c} for {@code d.c' * c}. */
    public static String expression(String typed) {
        Matcher gradients = TYPED_GRADIENT.matcher(typed);
        return gradients.replaceAll(GRADIENT).replace('\'', '′');
    }
}

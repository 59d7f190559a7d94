package org.gatescope.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of the cell language as people read them. The gradient that is typed {@code d.h'} is called ∂L/∂h, as the lanes
 * call it; {@code d.h} stands only where code is typed.
 */
public final class Notation {
    private static final String GRADIENT = "∂L/∂";
    /** {@code d.} where a name begins. */
    private static final Pattern TYPED_GRADIENT = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_.])d\\.(?=\\p{L})");

    private Notation() {}

    /** A name in a line of text, as it is typeset: {@code W_xf} for {@code Wx.f}, {@code h_pre} for {@code h.pre}. */
    public static String plain(String name) {
        return plain(SymbolName.of(name));
    }

    /** A formula in a line of text. */
    public static String plain(Formula formula) {
        return switch (formula) {
            case Formula.Symbol symbol -> symbol.text();
            case Formula.Row row -> row.parts().stream().map(Notation::plain).collect(Collectors.joining());
            case Formula.Marked marked -> plain(marked.part());
            case Formula.Script script -> {
                String below = plain(script.below());
                yield plain(script.base()) + (below.isEmpty() ? "" : "_" + below) + plain(script.above());
            }
        };
    }

    /** A name that stands alone: {@code h} for {@code h'}, {@code ∂L/∂h} for {@code d.h'}. */
    public static String of(String name) {
        QuantityName taken = QuantityName.of(name);
        return of(taken.base(), taken.isGradient()) + taken.mark();
    }

    /** A quantity, or the gradient of the loss with respect to it. */
    public static String of(String quantity, boolean isGradient) {
        String name = plain(QuantityName.unprimed(quantity));
        return isGradient ? gradient(name) : name;
    }

    /** {@code ∂L/∂layer 1 W_xf} of {@code layer 1 W_xf}. */
    public static String gradient(String name) {
        return GRADIENT + name;
    }

    /** An expression, in which a state before the step and after it differ: {@code ∂L/∂c′ * c} for {@code d.c' * c}. */
    public static String expression(String typed) {
        Matcher gradients = TYPED_GRADIENT.matcher(typed);
        return gradients.replaceAll(GRADIENT).replace('\'', '′');
    }
}

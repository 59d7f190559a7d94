package org.gatescope.cell;

import java.util.Arrays;
import java.util.Optional;

/** The comparisons of conditions. With NaN only {@code !=} holds. */
public enum Relation {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    UNEQUAL("!=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** The characters it is written with. */
    public String sign() {
        return sign;
    }

    /** True if it holds between two numbers; exact, without a tolerance. */
    @SuppressWarnings("FloatingPointEquality") // what the user asked for
    public boolean test(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
            case EQUAL -> left == right;
            case UNEQUAL -> left != right;
        };
    }

    static Optional<Relation> of(Token token) {
        return Arrays.stream(values()).filter(r -> token.is(r.sign)).findFirst();
    }
}

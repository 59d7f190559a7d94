package org.gatescope.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Number;

/**
 * The functions of two or three values, each applied element by element, and the comparisons that {@code where} asks.
 * Where values are equal, slopes are PyTorch's.
 */
public enum Combination {
    /** The larger one; where they are equal, each takes half of the gradient, as torch.maximum has it. */
    MAX("max", List.of("a", "b"), (a, b, c) -> Math.max(a, b)) {
        @Override
        Expression chain(int argument, Expression upstream, List<Expression> of) {
            return half(LESS, of.get(argument), of.get(1 - argument), upstream);
        }
    },
    /** The smaller one; where they are equal, each takes half of the gradient, as torch.minimum has it. */
    MIN("min", List.of("a", "b"), (a, b, c) -> Math.min(a, b)) {
        @Override
        Expression chain(int argument, Expression upstream, List<Expression> of) {
            return half(MORE, of.get(argument), of.get(1 - argument), upstream);
        }
    },
    /** min(max(a, lo), hi); at its bounds the gradient passes, as torch.clamp has it. */
    CLIP("clip", List.of("a", "lo", "hi"), (a, b, c) -> Math.min(Math.max(a, b), c)) {
        @Override
        Expression chain(int argument, Expression upstream, List<Expression> of) {
            Expression a = of.get(0);
            Expression low = of.get(1);
            Expression high = of.get(2);
            return switch (argument) {
                case 0 -> where(AT_LEAST, a, low, where(AT_MOST, a, high, upstream, ZERO), ZERO);
                case 1 -> where(LESS, a, low, where(LESS, low, high, upstream, ZERO), ZERO);
                default -> where(MORE, a, high, upstream, where(MORE, low, high, upstream, ZERO));
            };
        }
    },
    /** a above zero, a times the slope elsewhere. */
    LEAKY_RELU("leaky_relu", List.of("a", "slope"), (a, b, c) -> a > 0 ? a : a * b) {
        @Override
        Expression chain(int argument, Expression upstream, List<Expression> of) {
            Expression a = of.get(0);
            return argument == 0
                    ? where(MORE, a, ZERO, upstream, Algebra.times(upstream, of.get(1)))
                    : where(MORE, a, ZERO, ZERO, Algebra.times(upstream, a));
        }
    },
    /** b where a is not zero, c elsewhere. */
    WHERE("where", List.of("a > b", "c", "d"), (a, b, c) -> a != 0 ? b : c) {
        @Override
        Expression chain(int argument, Expression upstream, List<Expression> of) {
            Expression asked = of.getFirst();
            return new Combine(this, argument == 1 ? List.of(asked, upstream, ZERO) : List.of(asked, ZERO, upstream));
        }

        @Override
        boolean passesGradient(int argument) {
            return argument > 0;
        }
    },
    LESS(Relation.LESS),
    AT_MOST(Relation.AT_MOST),
    MORE(Relation.MORE),
    AT_LEAST(Relation.AT_LEAST),
    EQUAL(Relation.EQUAL),
    UNEQUAL(Relation.UNEQUAL);

    private static final Expression ZERO = new Number(0);

    private final String word;
    private final List<String> values;
    private final Definition definition;

    /** What it makes of its values; a function of two does not look at the third. */
    private interface Definition {
        double of(double a, double b, double c);
    }

    Combination(String word, List<String> values, Definition definition) {
        this.word = word;
        this.values = values;
        this.definition = definition;
    }

    /** A comparison: 1 where it holds, 0 elsewhere. */
    Combination(Relation relation) {
        this(relation.sign(), List.of("a", "b"), (a, b, c) -> relation.test(a, b) ? 1 : 0);
    }

    /** The word, or the sign, it is written with. */
    public String word() {
        return word;
    }

    /** How it is written, with all of its values: {@code max(a, b)}. */
    public String form() {
        return word + "(" + String.join(", ", values) + ")";
    }

    /** How many values it takes: two or three. */
    public int arity() {
        return values.size();
    }

    /** What it makes of two values, or of three. */
    public double at(double a, double b, double c) {
        return definition.of(a, b, c);
    }

    /** What it makes of its values. */
    public double of(List<Double> values) {
        return at(values.get(0), values.get(1), values.getLast());
    }

    /** True for those that are written between their values. */
    public boolean isComparison() {
        return compareTo(LESS) >= 0;
    }

    /** The sign or word in a formula: {@code ≤} for {@code <=}. */
    public String symbol() {
        return switch (this) {
            case AT_MOST -> "≤";
            case AT_LEAST -> "≥";
            case EQUAL -> "=";
            case UNEQUAL -> "≠";
            default -> word;
        };
    }

    /** The function that is written so, if there is one. */
    public static Optional<Combination> named(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }

    static Combination of(Relation relation) {
        return named(relation.sign()).orElseThrow();
    }

    /** False for comparisons and for what {@code where} asks: those are flat wherever they have a slope. */
    boolean passesGradient(int argument) {
        return !isComparison();
    }

    /**
     * The chain rule: what one of the values receives.
     *
     * @param argument from 0
     * @param upstream gradient with respect to what the function makes
     * @param of       all of its values
     */
    Expression chain(int argument, Expression upstream, List<Expression> of) {
        throw new IllegalStateException(word + " passes no gradient");
    }

    /** {@code where(left ⋚ right, yes, no)} */
    static Expression where(Combination comparison, Expression left, Expression right, Expression yes, Expression no) {
        return new Combine(WHERE, List.of(new Combine(comparison, List.of(left, right)), yes, no));
    }

    /** Nothing where the value lost, half of the gradient where both are equal. */
    private static Expression half(Combination lost, Expression own, Expression other, Expression upstream) {
        Expression shared = where(EQUAL, own, other, Algebra.divide(upstream, new Number(2)), upstream);
        return where(lost, own, other, ZERO, shared);
    }
}

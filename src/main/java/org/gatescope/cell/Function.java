package org.gatescope.cell;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Power;

/** The functions of the language, each applied element by element. NaN goes in, NaN comes out. */
public enum Function {
    SIGMOID("sigmoid", Function::sigmoid) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(Algebra.times(upstream, value), Algebra.minus(Number.ONE, value));
        }
    },
    TANH("tanh", Math::tanh) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, Algebra.minus(Number.ONE, new Power(value, 2)));
        }
    },
    RELU("relu", a -> Math.max(a, 0)) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(STEP, argument));
        }
    },
    SOFTPLUS("softplus", a -> Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)))) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(SIGMOID, argument));
        }
    },
    /** a σ(a), also called swish (Elfwing, Uchibe and Doya 2018). */
    SILU("silu", a -> a / (1 + Math.exp(-a))) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            Expression gate = new Apply(SIGMOID, argument);
            Expression rest = Algebra.times(argument, Algebra.minus(Number.ONE, gate));
            return Algebra.times(Algebra.times(upstream, gate), Algebra.plus(Number.ONE, rest));
        }
    },
    /** a Φ(a) with the normal distribution's Φ itself, not its approximation by tanh (Hendrycks and Gimpel 2016). */
    GELU("gelu", a -> a * ErrorFunction.normal(a)) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(GELU_SLOPE, argument));
        }
    },
    /** Φ(a) + a φ(a). */
    GELU_SLOPE("gelu_slope", a -> ErrorFunction.normal(a) + a * ErrorFunction.density(a)) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            Expression square = new Power(argument, 2);
            Expression bell = new Apply(EXP, Algebra.divide(Algebra.negate(square), new Number(2)));
            Expression rest = Algebra.minus(new Number(2), square);
            Expression scaled = Algebra.times(upstream, new Number(ErrorFunction.DENSITY_AT_ZERO));
            return Algebra.times(Algebra.times(scaled, bell), rest);
        }
    },
    /** a above zero, exp(a) − 1 below (Clevert, Unterthiner and Hochreiter 2016, with α = 1). */
    ELU("elu", a -> a > 0 ? a : Math.expm1(a)) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            Expression falling = Algebra.times(upstream, new Apply(EXP, argument));
            return Combination.where(Combination.MORE, argument, new Number(0), upstream, falling);
        }
    },
    SOFTSIGN("softsign", Function::softsign) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            Expression magnitude = Algebra.plus(Number.ONE, new Apply(ABS, argument));
            return Algebra.divide(upstream, new Power(magnitude, 2));
        }
    },
    EXP("exp", Math::exp) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, value);
        }
    },
    LOG("log", Math::log) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.divide(upstream, argument);
        }
    },
    /** log(1 + a), which is exact near zero. */
    LOG1P("log1p", Math::log1p) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.divide(upstream, Algebra.plus(Number.ONE, argument));
        }
    },
    SQRT("sqrt", Math::sqrt) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.divide(upstream, Algebra.times(new Number(2), value));
        }
    },
    SIN("sin", Math::sin) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(COS, argument));
        }
    },
    COS("cos", Math::cos) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(Algebra.negate(upstream), new Apply(SIN, argument));
        }
    },
    ATAN("atan", Math::atan) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.divide(upstream, Algebra.plus(Number.ONE, new Power(argument, 2)));
        }
    },
    /** min(1, max(0, 0.2 a + 0.5)), as Keras 2 had it. */
    HARD_SIGMOID("hard_sigmoid", a -> Math.min(1, Math.max(0, 0.2 * a + 0.5))) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(HARD_SIGMOID_SLOPE, argument));
        }
    },
    /** 0.2 where hard_sigmoid rises, its two corners included, 0 where it is flat. */
    HARD_SIGMOID_SLOPE("hard_sigmoid_slope", Function::hardSigmoidSlope),
    /** min(1, max(0, a / 6 + 0.5)), which Keras 3 and PyTorch call a hard sigmoid. */
    HARD_SIGMOID_6("hard_sigmoid_6", a -> Math.min(1, Math.max(0, a / 6 + 0.5))) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(HARD_SIGMOID_6_SLOPE, argument));
        }
    },
    /** 1 / 6 where hard_sigmoid_6 rises, 0 where it is flat and at its corners. */
    HARD_SIGMOID_6_SLOPE("hard_sigmoid_6_slope", a -> Math.abs(a) < 3 ? 1.0 / 6 : Double.isNaN(a) ? a : 0),
    ABS("abs", Math::abs) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return Algebra.times(upstream, new Apply(SIGN, argument));
        }
    },
    /** −1, 0 or 1. */
    SIGN("sign", Math::signum),
    /** 1 above zero, otherwise 0. */
    STEP("step", a -> a > 0 ? 1 : a <= 0 ? 0 : Double.NaN),
    IDENTITY("identity", a -> a) {
        @Override
        Expression chain(Expression upstream, Expression argument, Expression value) {
            return upstream;
        }
    };

    private final String word;
    private final DoubleUnaryOperator definition;

    Function(String word, DoubleUnaryOperator definition) {
        this.word = word;
        this.definition = definition;
    }

    /** The word it is written with. */
    public String word() {
        return word;
    }

    /** What stands for it in formulas and drawings. */
    public String symbol() {
        return this == SIGMOID ? "σ" : word;
    }

    /** The function at one number. */
    public double at(double a) {
        return definition.applyAsDouble(a);
    }

    /** The function that is written so, if there is one. */
    public static Optional<Function> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    /** False for functions that are flat wherever they have a slope: no gradient passes them. */
    boolean passesGradient() {
        return this != SIGN && this != STEP && this != HARD_SIGMOID_SLOPE && this != HARD_SIGMOID_6_SLOPE;
    }

    /**
     * The chain rule: upstream times this function's slope.
     *
     * @param upstream gradient with respect to the function's value
     * @param argument what the function was applied to
     * @param value    an expression that already holds the function's value there
     */
    Expression chain(Expression upstream, Expression argument, Expression value) {
        throw new IllegalStateException(word + " passes no gradient");
    }

    private static double sigmoid(double a) {
        return 1 / (1 + Math.exp(-a));
    }

    private static double softsign(double a) {
        return Double.isInfinite(a) ? Math.signum(a) : a / (1 + Math.abs(a));
    }

    private static double hardSigmoidSlope(double a) {
        double line = 0.2 * a + 0.5;
        return line >= 0 && line <= 1 ? 0.2 : Double.isNaN(line) ? Double.NaN : 0;
    }
}

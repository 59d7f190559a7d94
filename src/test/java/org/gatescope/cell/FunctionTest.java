package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Number;
import org.gatescope.reference.Interpreter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionTest {
    @ParameterizedTest
    @EnumSource
    void isWhatItsDefinitionSays(Function function) {
        for (double a = -8; a <= 8; a += 0.125) {
            double expected = Interpreter.value(new Apply(function, new Number(a)), Map.of())[0][0];
            if (Double.isNaN(expected)) {
                assertThat(function.at(a)).isNaN();
            } else {
                assertThat(function.at(a))
                        .as("%s(%s)", function.word(), a)
                        .isEqualTo(expected, within(1e-15 * Math.max(1, Math.abs(a))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsNaNThrough(Function function) {
        assertThat(function.at(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsWord(Function function) {
        assertThat(Function.named(function.word())).contains(function);
    }

    @ParameterizedTest
    @EnumSource(
            value = Function.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SIN", "COS", "LOG", "LOG1P", "SQRT", "SILU", "GELU", "GELU_SLOPE"})
    void hasAValueAtTheInfinities(Function function) {
        assertThat(function.at(Double.POSITIVE_INFINITY)).isNotNaN();
        assertThat(function.at(Double.NEGATIVE_INFINITY)).isNotNaN();
        assertThat(function.at(-800)).isNotNaN();
        assertThat(function.at(800)).isNotNaN();
    }
}

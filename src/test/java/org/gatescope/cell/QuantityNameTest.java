package org.gatescope.cell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "f, f, false, \"\"",
                "h', h', false, \"\"",
                "Wx.f, Wx.f, false, \"\"",
                "d.f, f, true, \"\"",
                "d.h', h', true, \"\"",
                "d.h[t+1], h, true, [t+1]",
                "upstream[t], upstream, false, [t]",
                "h.pre[T-1], h.pre, false, [T-1]",
                "d, d, false, \"\"",
                "δ.x, δ.x, false, \"\"",
            })
    void isTakenApart(String text, String base, boolean isGradient, String mark) {
        assertEquals(new QuantityName(base, isGradient, mark), QuantityName.of(text));
    }

    /** All names that a built-in cell's equations and adjoint lines are made of, and those of arrivals. */
    static Stream<String> names() {
        return BuiltInCells.names().stream()
                .map(BuiltInCells::cell)
                .flatMap(cell -> {
                    Stream<String> values = cell.statements().stream()
                            .flatMap(line -> Names.in(line.expression()).stream())
                            .map(Expression.Name::text);
                    Stream<String> gradients = cell.adjoints().stream()
                            .flatMap(line -> Names.in(line.share()).stream())
                            .map(Expression.Name::text);
                    Stream<String> moments = cell.states().stream()
                            .flatMap(state -> Stream.of(
                                    Arrivals.fromNextStep(state), NameMoment.LAST_STEP.of(state), Arrivals.UPSTREAM))
                            .map(Expression.Name::text);
                    return Stream.of(values, gradients, moments).flatMap(all -> all);
                })
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsItWasRead(String text) {
        assertEquals(text, QuantityName.of(text).text());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGradientOfANameHasItForItsBase(String text) {
        QuantityName name = QuantityName.of(text);
        QuantityName gradient = QuantityName.of(QuantityName.gradient(name.base()));
        assertTrue(gradient.isGradient());
        assertEquals(name.base(), gradient.base());
    }

    @Test
    void aStateAfterTheStepIsPrimed() {
        assertEquals("c'", QuantityName.after("c"));
        assertTrue(QuantityName.isAfter("c'"));
        assertFalse(QuantityName.isAfter("c"));
        assertEquals("c", QuantityName.unprimed("c'"));
        assertEquals("c", QuantityName.unprimed("c"));
    }

    @Test
    void aPreActivationIsCalledAfterItsLine() {
        assertEquals("h.pre", QuantityName.preActivation("h'"));
        for (String line : List.of("f", "h'")) {
            assertTrue(QuantityName.isPreActivation(QuantityName.preActivation(line)));
            assertFalse(QuantityName.isPreActivation(line));
        }
    }

    @Test
    void parametersAreNamedForWhatTheyTakeAndTheirGate() {
        assertAll(
                () -> assertEquals(new ParameterName("Wx", "f"), ParameterName.of("Wx.f")),
                () -> assertEquals(new ParameterName("W", ""), ParameterName.of("W")),
                () -> assertEquals(ParameterName.FORGET_BIAS, ParameterName.of("b.f")),
                () -> assertTrue(ParameterName.of("b").isBias()),
                () -> assertTrue(ParameterName.FORGET_BIAS.isBias()),
                () -> assertTrue(ParameterName.of("bh.n").isBias()),
                () -> assertFalse(ParameterName.of("bh").isBias()),
                () -> assertFalse(ParameterName.of("beta").isBias()),
                () -> assertTrue(ParameterName.of("p.i").isPeephole()),
                () -> assertFalse(ParameterName.of("p").isPeephole()));
    }
}

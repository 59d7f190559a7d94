package org.gatescope.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gatescope.text.Numerals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is written in one way, and what is written can be typed back. */
class TypedBackTest {
    @ParameterizedTest
    @CsvSource({"1,1", "-1,−1", "0.5,0.5", "-0.0,−0", "1e-5,1e−5", "-2.5e300,−2.5e300", "NaN,NaN", "-Infinity,−∞"})
    void aNumberIsWrittenAsItIsSaid(double value, String text) {
        assertThat(Numerals.exact(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenReadsBackBitByBit() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            assertReadsBack(Double.longBitsToDouble(random.nextLong()));
            assertReadsBack(random.nextInt(-1000, 1000) / 8.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE})
    void soAreTheOddOnes(double value) {
        assertReadsBack(value);
    }

    private static void assertReadsBack(double value) {
        assertThat(TypedNumber.read(Numerals.exact(value))).isEqualTo(new TypedNumber.Number(value));
        assertThat(TypedNumber.read(Numerals.typed(value))).isEqualTo(new TypedNumber.Number(value));
    }
}

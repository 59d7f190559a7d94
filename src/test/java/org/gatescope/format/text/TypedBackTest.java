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
    @CsvSource({"1,1", "-1,−1", "0.5,0.5", "-0.0,−0", "1e-5,1×10⁻⁵", "-2.5e300,−2.5×10³⁰⁰", "NaN,NaN", "-Infinity,−∞"})
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

    /** As it is shown, and as it is typed. */
    @Test
    void countsReadBackWithTheirThousandsApartAndWithout() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            int count = random.nextInt() >>> random.nextInt(1, 32);
            TypedNumber.Number same = new TypedNumber.Number(count);
            assertThat(TypedNumber.readWhole(Numerals.grouped(count))).isEqualTo(same);
            assertThat(TypedNumber.readWhole(Integer.toString(count))).isEqualTo(same);
            assertThat(TypedNumber.read(Numerals.grouped(count).replace(',', '\u202F')))
                    .isEqualTo(same);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5×10⁻³", "2.5 · 10^-3", "2,5*10^-3", "25×10⁻⁴", "2.5e-3"})
    void powersOfTenAreReadAsTheyArePrintedAndTyped(String text) {
        assertThat(TypedNumber.read(text)).isEqualTo(new TypedNumber.Number(0.0025));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10⁻³", "×10⁻³", "2×10", "2×10⁻", "2⁻³", "2×10³⁴⁵"})
    void halfAPowerOfTenIsRefusedOrPlain(String text) {
        assertThat(TypedNumber.read(text)).isInstanceOf(TypedNumber.Refused.class);
    }

    private static void assertReadsBack(double value) {
        assertThat(TypedNumber.read(Numerals.exact(value))).isEqualTo(new TypedNumber.Number(value));
        assertThat(TypedNumber.read(Numerals.typed(value))).isEqualTo(new TypedNumber.Number(value));
    }
}

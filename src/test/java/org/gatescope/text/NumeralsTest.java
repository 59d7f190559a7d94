package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text. */
class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-7.5, -7.5",
        "1234.56, 1235",
        "0.30000000000000004, 0.3",
        "-0.0123456, -0.01235",
        "9.99999, 10",
        "2.5e-7, 2.5e-7",
        "-1.7976931348623157e308, -1.798e308",
        "NaN, nan"
    })
    void brief(double value, String text) {
        assertThat(Numerals.brief(value, 4)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.0, -0, −0",
        "1, 1, 1",
        "-1, -1, −1",
        "0.1, 0.1, 0.1",
        "100, 100, 100",
        "1e7, 1e7, 1×10⁷",
        "1.5e7, 1.5e7, 1.5×10⁷",
        "-1e-7, -1e-7, −1×10⁻⁷",
        "4.9e-324, 4.9e-324, 4.9×10⁻³²⁴",
        "1.7976931348623157e308, 1.7976931348623157e308, 1.7976931348623157×10³⁰⁸",
        "NaN, nan, NaN",
        "Infinity, inf, ∞",
        "-Infinity, -inf, −∞",
        "9999999, 9999999, 9999999",
        "0.001, 0.001, 0.001"
    })
    void aNumberIsTypedAndWrittenInOneWay(double value, String typed, String exact) {
        assertThat(Numerals.typed(value)).isEqualTo(typed);
        assertThat(Numerals.exact(value)).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({"0.00224, 2, 2.2e−3", "-9.99e-5, 2, −1.0e−4", "0, 3, 0", "123456, 3, 1.23e5", "-Infinity, 2, −∞"})
    void powersOfTenHaveTheDigitsAskedFor(double value, int digits, String text) {
        assertThat(Numerals.compact(value, digits)).isEqualTo(text);
        assertThat(Numerals.typed(value, digits))
                .isEqualTo(text.replace('−', '-').replace("∞", "inf"));
    }

    @ParameterizedTest
    @CsvSource({"0.7310585786300049, 0.7310585786300049", "-2.5e-300, −2.5×10⁻³⁰⁰", "3, 3", "1e300, 1×10³⁰⁰", "NaN, NaN"
    })
    void exactTextHasAllDigits(double value, String text) {
        assertThat(Numerals.exact(value)).isEqualTo(text);
    }

    @Test
    void exactTextReadsBackAsTheSameNumber() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numerals.lowered(Numerals.exact(value))
                                .replace("×10", "e")
                                .replace('−', '-')))
                        .isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.00224, 2, 2.2×10⁻³", "1, 3, 1.00×10⁰", "25000, 1, 2×10⁴", "9.99e99, 2, 1.0×10¹⁰⁰"})
    void aSizeIsWrittenAsNumbersAre(BigDecimal size, int digits, String text) {
        assertThat(Numerals.power(size, digits)).isEqualTo(text);
        assertThat(Numerals.lowered(text).replace("×10", "e")).isEqualTo(Numerals.compact(size.doubleValue(), digits));
    }

    @Test
    void whatIsNoSizeIsRefused() {
        for (BigDecimal none : new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE.negate()}) {
            assertThatThrownBy(() -> Numerals.power(none, 2)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "999|999", "1000|1,000", "11000000|11,000,000"})
    void countsHaveTheirThousandsApart(long count, String text) {
        assertThat(Numerals.grouped(count)).isEqualTo(text);
    }

    @Test
    void theSignStandsBefore() {
        assertThat(Numerals.signed(true, "2")).isEqualTo(Numerals.MINUS + "2");
        assertThat(Numerals.signed(false, "2")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 2.00",
        "0.0123456, 3, 0.0123",
        "0.00098, 2, 9.8×10⁻⁴",
        "-0.00123, 2, −0.0012",
        "123456, 2, 120000",
        "1234567, 3, 1.23×10⁶",
        "9.996, 3, 10.0",
        "4.9e-324, 1, 5×10⁻³²⁴",
        "0, 3, 0",
        "-0.0, 3, 0",
        "NaN, 3, NaN",
        "-Infinity, 3, −∞"
    })
    void aSentenceRounds(double value, int digits, String text) {
        assertThat(Numerals.rounded(value, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.00224, 2, 0.00",
        "0, 4, 0",
        "-0.0, 4, 0",
        "12.345, 1, 12.3",
        "1234567, 2, 1.23×10⁶",
        "Infinity, 2, ∞"
    })
    void fixedDecimalsStayTheSame(double value, int decimals, String text) {
        assertThat(Numerals.fixed(value, decimals)).isEqualTo(text);
    }

    /** Whatever the number, what is written is the number rounded, and no other. */
    @Test
    void whatIsRoundedIsTheNumberToItsLastDigit() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            int digits = random.nextInt(1, 8);
            if (Double.isFinite(value) && value != 0) {
                BigDecimal expected = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
                assertThat(read(Numerals.rounded(value, digits))).isEqualByComparingTo(expected);
                assertThat(read(Numerals.compact(value, digits))).isEqualByComparingTo(expected);
            }
        }
    }

    private static BigDecimal read(String text) {
        return new BigDecimal(Numerals.lowered(text).replace("×10", "e").replace('−', '-'));
    }
}

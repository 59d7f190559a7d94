package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text. */
class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.0, -0, −0",
        "1, 1, 1",
        "-1, -1, −1",
        "0.1, 0.1, 0.1",
        "100, 100, 100",
        "1e7, 1e7, 1e7",
        "1.5e7, 1.5e7, 1.5e7",
        "-1e-7, -1e-7, −1e−7",
        "4.9e-324, 4.9e-324, 4.9e−324",
        "1.7976931348623157e308, 1.7976931348623157e308, 1.7976931348623157e308",
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
        assertThat(Numerals.power(value, digits)).isEqualTo(text);
        assertThat(Numerals.typed(value, digits))
                .isEqualTo(text.replace('−', '-').replace("∞", "inf"));
    }

    @ParameterizedTest
    @CsvSource({"0.7310585786300049, 0.7310585786300049", "-2.5e-300, −2.5e−300", "3, 3", "1e300, 1e300", "NaN, NaN"})
    void exactTextHasAllDigits(double value, String text) {
        assertThat(Numerals.exact(value)).isEqualTo(text);
    }

    @Test
    void exactTextReadsBackAsTheSameNumber() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numerals.exact(value).replace('−', '-')))
                        .isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.00224, 2, 2.2e−3", "1, 3, 1.00e0", "25000, 1, 2e4", "9.99e99, 2, 1.0e100", "1.25, 2, 1.2e0"})
    void aSizeIsWrittenAsNumbersAre(BigDecimal size, int digits, String text) {
        assertThat(Numerals.power(size, digits)).isEqualTo(text);
        assertThat(Numerals.power(size.doubleValue(), digits)).isEqualTo(text);
        assertThat(Numerals.power(-size.doubleValue(), digits)).isEqualTo(Numerals.MINUS + text);
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
}

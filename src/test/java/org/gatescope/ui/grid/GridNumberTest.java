package org.gatescope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridNumberTest {
    @ParameterizedTest
    @CsvSource({
        "-0.18230, \u22120.18",
        "1.175, +1.18",
        "0, 0.00",
        "-0.0, 0.00",
        "0.004, +4.0e\u22123",
        "-0.0051, \u22120.01",
        "99.994, +99.99",
        "99.996, +100.0",
        "123.456, +123.5",
        "-9999.7, \u221210000",
        "12345, +12345",
        "99999.6, +1.0e5",
        "-123456, \u22121.2e5",
        "1e12, +1e12",
        "9.99e9, +1.0e10",
        "4.9e-324, +5e\u2212324",
        "-1e300, \u22121e300",
        "NaN, NaN",
        "Infinity, +∞",
        "-Infinity, \u2212∞"
    })
    void aCellShowsSignAndTwoDecimalsOrAPowerOfTen(double value, String text) {
        assertThat(GridNumber.of(value, 2)).isEqualTo(text);
    }

    @Test
    void wholeNumbersNeedNoDecimals() {
        assertThat(GridNumber.of(1, 0)).isEqualTo("1");
        assertThat(GridNumber.of(0, 0)).isEqualTo("0");
        assertThat(GridNumber.of(-12, 0)).isEqualTo("\u221212");
        assertThat(GridNumber.of(0.25, 0)).isEqualTo("2.5e\u22121");
    }

    @Test
    void everyNumberFitsItsCellAndOnlyZeroLooksLikeIt() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = GridNumber.of(value, 2);
            assertThat(text).hasSizeBetween(2, 8).isNotEqualTo("0.00");
        }
    }
}

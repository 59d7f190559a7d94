package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({
        "0.65, 0.65",
        "-0.13, −0.13",
        "1, 1.00",
        "0, 0",
        "-0.0, 0",
        "0.005, 0.01",
        "0.0049, 0.005",
        "1e-9, 1×10⁻⁹",
        "-2.6e-300, −3×10⁻³⁰⁰",
        "9.6e-4, 0.001",
        "2.2e-4, 2×10⁻⁴",
        "9.994, 9.99",
        "9.996, 10.0",
        "99.96, 100",
        "-1234.4, −1234",
        "9999.6, 10000",
        "123456, 123456",
        "1e300, 1.00×10³⁰⁰",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void aNumberThatStandsAloneHasAFewDigits(double value, String text) {
        assertThat(Digits.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.65, 0.65", "-2.6e-300, −10⁻³⁰⁰", "2.2e-4, 10⁻⁴", "6e-4, 10⁻³", "1.6e6, 10⁶", "0, 0", "-Infinity, −∞"
    })
    void whereThereIsLessRoomThePowerOfTenStandsAlone(double value, String text) {
        assertThat(Digits.briefer(value)).isEqualTo(text);
    }
}

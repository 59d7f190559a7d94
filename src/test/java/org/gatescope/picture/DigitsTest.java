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
        "0.0049, 5e−3",
        "1e-9, 1e−9",
        "-2.6e-300, −3e−300",
        "9.6e-4, 1e−3",
        "9.994, 9.99",
        "9.996, 10.0",
        "99.96, 100",
        "-1234.4, −1234",
        "9999.6, 1e4",
        "1e300, 1e300",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void aNumberThatStandsAloneHasAFewDigits(double value, String text) {
        assertThat(Digits.brief(value)).isEqualTo(text);
    }
}

package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that stand below each other. */
class NumberFormTest {
    private static final double[] ODD = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0.005,
        -0.005,
        0.995,
        9.995,
        -99.95,
        999.5,
        9999.5
    };

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0.79, +0.79",
        "1, 3, 0.0031, 0.00",
        "1, 3, -0.0031, 0.00",
        "1, 3, 0, 0",
        "1, 3, -0.0, 0",
        "0.05, 3, 0.0123, +0.012",
        "0.005, 3, -0.00123, −0.0012",
        "0.0005, 3, 0.000123, +1.2e−4",
        "0.0005, 3, 0, 0",
        "12.3, 3, -0.25, −0.2",
        "1234.5, 3, 7, +7.0",
        "123456, 3, 7, +7.0e0",
        "1, 5, 0.25, +0.2500",
        "9.996, 3, 1, +1.0",
        "1, 3, NaN, NaN",
        "1, 3, -Infinity, −∞",
        "1, 3, 1e9, +1.00e9"
    })
    void theLargestGivesTheDecimalsOfAll(double largest, int digits, double value, String text) {
        assertThat(NumberForm.of(largest, digits).signed(value)).isEqualTo(text);
    }

    @Test
    void wholeNumbersHaveNoPointAndNoPlus() {
        NumberForm form = NumberForm.ofWhole(12);
        assertThat(form.signed(7)).isEqualTo("7");
        assertThat(form.signed(-12)).isEqualTo("−12");
        assertThat(form.signed(0)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, 4.9e-324, 1e-300, 0.0009, 0.001, 0.0099996, 0.01, 0.1, 0.99999, 1, 9.996, 12, 123, 9999.4})
    void whatIsWrittenIsTheNumberRoundedAndFitsTheWidest(double largest) {
        NumberForm form = NumberForm.of(largest, 3);
        Random random = new Random(13);
        for (int i = 0; i < 2000; i++) {
            double value =
                    i < ODD.length ? Math.clamp(ODD[i], -largest, largest) : largest * (2 * random.nextDouble() - 1);
            String text = form.of(value);
            assertThat(text).doesNotMatch("−0?[.0]*");
            assertThat(text.equals("0")).as("%s", value).isEqualTo(value == 0);
            if (!form.powers()) {
                assertThat(text).hasSizeLessThanOrEqualTo(form.widest().length());
                assertThat(new BigDecimal(text.replace('−', '-')))
                        .isEqualByComparingTo(new BigDecimal(value).setScale(form.decimals(), RoundingMode.HALF_EVEN));
            }
        }
    }

    /** Columns line up: as many characters after the point in each that has one. */
    @Test
    void decimalsAreTheSameForAll() {
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            double largest = Math.pow(10, random.nextDouble() * 6.9 - 3);
            NumberForm form = NumberForm.of(largest, random.nextInt(2, 6));
            assertThat(form.powers()).isFalse();
            for (int k = 0; k < 20; k++) {
                String text = form.of(largest * (2 * random.nextDouble() - 1));
                assertThat(text.length() - text.indexOf('.') - 1).isEqualTo(form.decimals());
            }
        }
    }
}

package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts leave open is filled in. */
class TextsTest {
    @Test
    void numbersStandPlainly() {
        assertThat(Filling.fill("{0} of {1}: {2}", 1234567, 0.5, "“it’s”")).isEqualTo("1234567 of 0.5: “it’s”");
    }

    @ParameterizedTest
    @CsvSource({"0,no inputs", "1,1 input", "2,2 inputs", "12345,12345 inputs"})
    void aNumberChoosesItsForm(int count, String text) {
        assertThat(Filling.fill("{0,choice,0#no inputs|1#1 input|1<{0} inputs}", count))
                .isEqualTo(text);
    }

    @Test
    void countsHaveTheirThousandsApart() {
        assertThat(Filling.fill("{0,number} of {1,number}: {2,choice,1#one|1<{2,number} all}", 999, 1234567L, 1000))
                .isEqualTo("999 of 1,234,567: 1,000 all");
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        assertThat(Filling.fill("{1}: {0,choice,0#none|0<{0} of {1}}", 3, "{0} 'x'"))
                .isEqualTo("{0} 'x': 3 of {0} 'x'");
    }
}

package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with places to fill in. */
class FillingTest {
    private static final String FORMS = "{0,choice,-1#negative|0#none|1#one {1}|1<{0} of {1}}";

    @ParameterizedTest
    @CsvSource({
        "-5, negative",
        "-1, negative",
        "-0.5, negative",
        "0, none",
        "0.5, none",
        "1, one x",
        "1.5, 1.5 of x",
        "2, 2 of x",
        "1000000, 1000000 of x"
    })
    void aNumberChoosesTheFormWhoseLimitItReaches(String number, String expected) {
        Number value = number.contains(".") ? (Number) Double.valueOf(number) : Integer.valueOf(number);
        assertThat(Filling.fill(FORMS, value, "x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999, 1000, 1234567, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersAreNeverGrouped(long number) {
        assertThat(Filling.fill("{0}", number)).isEqualTo(Long.toString(number));
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale :
                    new Locale[] {Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.JAPAN}) {
                Locale.setDefault(locale);
                assertThat(Filling.fill("{0} {1}", 12345.5, 1000)).isEqualTo("12345.5 1000");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{0} and {0}|a and a",
                "{1}{0}|ba",
                "no places|no places",
                "it''s {0}|it's a",
                "'{0}'|{0}",
                "{0}{2}|a{2}"
            })
    void placesMayComeAgainInAnyOrderOrNotAtAll(String text, String expected) {
        assertThat(Filling.fill(text, "a", "b")).isEqualTo(expected);
    }

    @Test
    void whatChoosesButIsNoNumberStandsAsItIs() {
        assertThat(Filling.fill("{0,choice,0#none|1#one}", "many")).isEqualTo("many");
        assertThat(Filling.fill("{0}", (Object) null)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{x}",
                "{0",
                "{-1}",
                "it's {0}",
                "{0,date}",
                "{0,date}",
                "{0,words}",
                "{0,choice}",
                "{0,choice,}",
                "{0,choice,x}",
                "{0,choice,x#one}",
                "{0,choice,1#one|0#none}"
            })
    void aTextThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Filling.fill(text, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyThatIsMissingIsSaidToBe() {
        Texts texts = Texts.of(FormatException.class);
        assertThat(texts.has("no such key")).isFalse();
        assertThatThrownBy(() -> texts.get("no such key")).isInstanceOf(MissingResourceException.class);
        for (String key : texts.bundle().keySet()) {
            assertThat(texts.has(key)).isTrue();
            assertThat(texts.get(key, 1, 2, 3, 4)).isNotBlank();
        }
    }
}

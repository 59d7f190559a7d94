package org.gatescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.render.Offscreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    @Test
    void theFamiliesAreTheBundledOnesAndNoSubstitute() throws Exception {
        Offscreen.call(() -> {
            assertThat(Fonts.of(Typeface.TEXT, 13).getFamily()).isEqualTo(Typeface.TEXT.family());
            assertThat(Fonts.of(Typeface.BOLD, 13).getName()).isEqualTo("Gatescope Sans Bold");
            assertThat(Fonts.of(Typeface.HEADING, 13).getFamily()).isEqualTo(Typeface.HEADING.family());
            assertThat(Fonts.of(Typeface.MATH, 13).getName()).startsWith("Gatescope Math");
            assertThat(Fonts.of(Typeface.ITALIC, 13).getName()).isEqualTo("Gatescope Math Italic");
            assertThat(Fonts.of(Typeface.CODE, 13).getFamily()).isEqualTo(Typeface.CODE.family());
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {9, 11, 13, 24})
    void figuresHaveOneWidthSoThatNumbersDoNotJump(double size) throws Exception {
        Offscreen.call(() -> {
            double width = widthOf("0000000000", Fonts.of(Typeface.TEXT, size));
            for (String digits : new String[] {"1111111111", "7777777777", "4444444444"}) {
                assertThat(widthOf(digits, Fonts.of(Typeface.TEXT, size))).isEqualTo(width);
            }
            assertThat(widthOf("+1.25", Fonts.of(Typeface.TEXT, size)))
                    .isEqualTo(widthOf("−4.77", Fonts.of(Typeface.TEXT, size)));
            return true;
        });
    }

    private static double widthOf(String digits, Font font) {
        Text text = new Text(digits);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}

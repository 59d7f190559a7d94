package org.gatescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.gatescope.ui.render.Offscreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    @Test
    void theFamiliesAreTheBundledOnesAndNoSubstitute() throws Exception {
        Offscreen.call(() -> {
            assertThat(Fonts.text(13).getFamily()).isEqualTo(Fonts.TEXT);
            assertThat(Fonts.bold(13).getName()).isEqualTo("Gatescope Sans Bold");
            assertThat(Fonts.heading(13).getFamily()).isEqualTo(Fonts.HEADING);
            assertThat(Fonts.math(13).getName()).startsWith("STIXGeneral");
            assertThat(Fonts.mathItalic(13).getName()).isEqualTo("STIXGeneral-Italic");
            assertThat(Fonts.code(13).getFamily()).isEqualTo(Fonts.CODE);
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {9, 11, 13, 24})
    void figuresHaveOneWidthSoThatNumbersDoNotJump(double size) throws Exception {
        Offscreen.call(() -> {
            double width = widthOf("0000000000", Fonts.text(size));
            for (String digits : new String[] {"1111111111", "7777777777", "4444444444"}) {
                assertThat(widthOf(digits, Fonts.text(size))).isEqualTo(width);
            }
            assertThat(widthOf("+1.25", Fonts.text(size))).isEqualTo(widthOf("−4.77", Fonts.text(size)));
            return true;
        });
    }

    private static double widthOf(String digits, Font font) {
        Text text = new Text(digits);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}

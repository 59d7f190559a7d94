package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    @ParameterizedTest
    @CsvSource({"Wx.f, W_xf", "Wh.h, W_hh", "b.h, b_h", "h.pre, h_pre", "h', h′", "c, c", "alpha, α", "p.i, p_i", "W, W"
    })
    void aNameInALineOfTextIsWrittenAsItIsTypeset(String name, String plain) {
        assertThat(Notation.plain(name)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"h', h", "d.h', ∂L/∂h", "d.Wx.f, ∂L/∂W_xf", "h.pre, h_pre", "d.f.pre, ∂L/∂f_pre"})
    void standingAloneItHasNoPrime(String name, String alone) {
        assertThat(Notation.of(name)).isEqualTo(alone);
    }
}

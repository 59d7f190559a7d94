package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlankTest {
    @Test
    void nothingIsAsLargeAsItIsSaidToBe() {
        Blank blank = new Blank(30, 20);
        assertThat(blank.width()).isEqualTo(30);
        assertThat(blank.height()).isEqualTo(20);
        Golden.check("blank", blank);
    }
}

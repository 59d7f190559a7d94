package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the next start is to be like. */
class ArrangementTest extends WindowScene {
    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, false, true, 0.25, 0.375, false, "mistakes");
    }

    @Test
    void theWindowOpensAsItWasLeft() {
        assertThat(has("spot-start")).isTrue();
        assertThat(window.arrangement().room()).isEqualTo("mistakes");
        chord(KeyCode.DIGIT1, KeyCode.CONTROL);
        chord(KeyCode.DIGIT2, KeyCode.CONTROL);
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        chord(KeyCode.DIGIT7, KeyCode.CONTROL);
        assertThat(window.arrangement().shows(Arrangement.WHY)).isTrue();
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        Arrangement left = onWindow(() -> window.arrangement());
        assertThat(left.shows(Arrangement.TABLES)).isFalse();
        assertThat(left.shows(Arrangement.NETWORK)).isTrue();
        assertThat(left.shows(Arrangement.FLOW)).isTrue();
        assertThat(left.shows(Arrangement.WHY)).isFalse();
        assertThat(left.room()).isEqualTo("diagnostics");
        assertThat(Arrangement.of(left.dividers(), left.panels())).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables network cell", "tables network cell room:attic", "tables network cell room:"})
    void whatSettingsDoNotSayIsAsAtFirst(String panels) {
        assertThat(Arrangement.of(List.of(0.25, 0.625), panels))
                .isEqualTo(new Arrangement(true, true, true, 0.25, 0.375, false, "cell"));
    }
}

package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import org.gatescope.cell.Cell;
import org.gatescope.session.Session;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** A cell of one's own has gates where its equations make them, whatever letters it uses. */
class GateWordsTest extends WindowScene {
    @Override
    protected Session first() {
        Cell own = Cell.parse("""
                state h
                f = tanh(x @ Wx.f + h @ Wh.f)
                o = sigmoid(x @ Wx.o)
                z = sigmoid(x @ Wx.z)
                h' = (1 - z) * f + z * h + o
                """);
        return Session.zeros("own", own, 1, 3, 2, 4);
    }

    @Test
    void onlyWhatMultipliesIsCalledAGate() {
        assertThat(pill("f")).isEqualTo("f");
        assertThat(pill("o")).isEqualTo("o");
        assertThat(pill("z")).isEqualTo("z update");
        assertThat(words("f")).doesNotContain("gate");
        assertThat(words("o")).doesNotContain("gate");
        assertThat(words("z")).contains("update gate");
    }

    @Test
    void theCellsThatComeWithTheAppHaveTheirGates() {
        chooseCell("lstm");
        assertThat(pill("f")).isEqualTo("f forget");
        assertThat(words("f")).contains("forget gate");
    }

    /** Above the weights that lead from the input to a gate, which are shown at a click on its pill. */
    private String words(String gate) {
        click(node("gate-" + gate));
        return onWindow(() -> ((Labeled) node("table-Wx." + gate).lookup(".heading > .label")).getText());
    }

    private String pill(String gate) {
        return onWindow(() -> ((Labeled) node("gate-" + gate)).getText());
    }
}

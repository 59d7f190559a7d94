package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell's equations make of its quantities, whatever these are called. */
class RolesTest {
    private static Roles of(String... lines) {
        return Roles.of(Cell.parse(String.join("\n", lines) + "\n"));
    }

    /** A copy that says where it comes from is a cell of one's own, and has the roles that its equations give. */
    @ParameterizedTest
    @CsvSource({
        "lstm, i f g o h c, r z",
        "lstm-peephole, i f g o h c, r z",
        "lstm-coupled, i f g o h c, z",
        "lstm-no-forget-gate, i g o h c, f",
        "lstm-no-output-activation, i f g o h c, r",
        "gru, r z n h, i f o c",
        "gru-reset-before, r z n h, i f o c",
        "rnn-sigmoid, h, c f i",
        // what is only added is not let through
        "lstm-forget-added, o h c, f"
    })
    void equationsOfPapersBearTheirNamesOut(String builtIn, String are, String areNot) {
        Roles roles =
                Roles.of(Cell.parse("# mine\n" + BuiltInCells.text(builtIn).orElseThrow()));
        assertThat(are.split(" ")).allMatch(roles::isAsNamed);
        assertThat(areNot.split(" ")).noneMatch(roles::isAsNamed);
    }

    @Test
    void aCellThatComesWithTheAppIsNamedByItsPaper() {
        assertThat(Roles.of(BuiltInCells.cell("lstm-forget-added")).isAsNamed("f"))
                .isTrue();
    }

    @Test
    void anotherFunctionCalledAfterAGateIsNone() {
        Roles roles = of(
                "state h",
                "i = tanh(x @ Wx.i)",
                "f = tanh(x @ Wx.f + h @ Wh.f)",
                "o = relu(x @ Wx.o)",
                "h' = f * h + i * o");
        for (String name : List.of("i", "f", "o")) {
            assertThat(roles.isGate(name)).isFalse();
            assertThat(roles.isAsNamed(name)).isFalse();
        }
    }

    @Test
    void aSigmoidThatIsAddedLetsNothingThrough() {
        Roles roles = of("state h", "f = sigmoid(x @ Wx.f)", "h' = tanh(f + h @ Wh.h)");
        assertThat(roles.isGate("f")).isFalse();
        assertThat(roles.isAsNamed("f")).isFalse();
    }

    @Test
    void aGateOfSomethingElseIsAGateWithoutThatName() {
        Roles roles = of("state h", "f = sigmoid(x @ Wx.f)", "h' = f * tanh(x @ Wx.h + h @ Wh.h)");
        assertThat(roles.isGate("f")).isTrue();
        assertThat(roles.isAsNamed("f")).isFalse();
    }

    @Test
    void hAndCAreStatesOrNothing() {
        Roles roles = of("state s", "h = tanh(x @ Wx.h)", "c = sigmoid(s @ Ws.c)", "s' = c * h");
        assertThat(roles.isAsNamed("h")).isFalse();
        assertThat(roles.isAsNamed("c")).isFalse();
        assertThat(roles.isGate("c")).isTrue();
    }
}

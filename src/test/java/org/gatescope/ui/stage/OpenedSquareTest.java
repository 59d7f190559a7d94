package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.TableId;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The opened number is the one that is outlined in the lanes. */
class OpenedSquareTest extends WindowScene {
    @Test
    void aClickOpensTheNumberOfTheSquare() {
        click(square("h'", 2, 1));
        assertThat(opened()).isEqualTo(new OfStep(Selection.FIRST, "h'", 2, 0, 1));
        assertThat(isOutlined("h'")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"h, h'", "h', h'", "x, x"})
    void whatIsOpenedElsewhereStaysItselfAndIsOutlined(String name, String lane) {
        NumberId number = new OfStep(Selection.FIRST, name, 2, 0, 1);
        open(number);
        assertThat(opened()).isEqualTo(number);
        assertThat(isOutlined(lane)).isTrue();
        assertThat(reading()).isNotEmpty();
    }

    @Test
    void aNumberOfATableIsOutlinedWhereItIsRead() {
        NumberId number = new Given(new TableId.Input(0), 1, 0);
        open(number);
        assertThat(opened()).isEqualTo(number);
        assertThat(isOutlined("x")).isTrue();
    }

    @Test
    void whereNoLaneShowsItNoneIsOutlined() {
        click(square("h'", 2, 1));
        open(new NumberId.Loss());
        assertThat(isOutlined("h'")).isFalse();
        assertThat(reading()).isEmpty();
    }

    private void open(NumberId number) {
        robot.interact(() -> window.selection().opened().set(number));
        settle();
    }

    private NumberId opened() {
        return onWindow(() -> window.selection().opened().get());
    }

    private boolean isOutlined(String lane) {
        return onWindow(() -> node("marks-" + lane).isVisible());
    }
}

package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.Screenshot;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** From a lane to the table that its numbers come from, and from one sequence of a batch to the next. */
class SourcesTest extends WindowScene {
    @Test
    void aDoubleClickOnTheInputEditsItsTable() {
        doubleClick(square("x", 1, 1));
        assertThat(editor("input").isVisible()).isTrue();
        assertThat(editor("input").getText()).isEqualTo("0.03");
        write("2");
        type(KeyCode.ENTER);
        assertThat(number(new TableId.Input(0), 1, 1)).isEqualTo(2);
        assertThat(reading()).isEqualTo("x[t=1, input 1] = 2");
    }

    @Test
    void aDoubleClickOnTheOutputsGradientEditsWhatArrivesFromTheLoss() {
        doubleClick(square("d.h'", 2, 3));
        assertThat(editor("upstream gradient").isVisible()).isTrue();
        assertThat(editor("upstream gradient").getText()).isEqualTo("0.04");
        write("1");
        type(KeyCode.ENTER);
        assertThat(number(new TableId.Upstream(0), 2, 3)).isEqualTo(1);
        assertThat(reading()).isEqualTo("∂L/∂h[t=2, unit 3] = 1");
    }

    @Test
    void theKeyboardDoesTheSame() {
        click(square("x", 0, 0));
        type(KeyCode.DOWN, KeyCode.F2);
        assertThat(editor("input").isVisible()).isTrue();
        assertThat(editor("input").getText()).isEqualTo("0.02");
    }

    @Test
    void whatIsComputedOpensNoEditor() {
        doubleClick(square("h'", 1, 1));
        assertThat(List.of("input", "upstream gradient", "Wh.h", "initial h"))
                .noneMatch(table -> editor(table).isVisible());
    }

    @Test
    void theChoiceOfASequenceSwitchesTablesAndLanes() {
        setSize("batch", "3");
        assertThat(text("sequence")).isEqualTo("sequence 1 of 3");
        Screenshot first = pixels("x");
        click(square("x", 2, 0));
        assertThat(reading()).isEqualTo("x[t=2, input 0] = 0.03");
        click(node("sequence-next"));
        assertThat(text("sequence")).isEqualTo("sequence 2 of 3");
        assertThat(reading()).isEqualTo("x[t=2, input 0] = 0");
        assertThat(pixels("x")).isNotEqualTo(first);
        doubleClick(square("x", 0, 1));
        write("5");
        type(KeyCode.ENTER);
        assertThat(number(new TableId.Input(1), 0, 1)).isEqualTo(5);
        robot.interact(() -> node("sequence-previous").requestFocus());
        type(KeyCode.SPACE);
        assertThat(pixels("x")).isEqualTo(first);
        assertThat(node("sequence-previous").isDisabled()).isTrue();
    }

    @Test
    void fewerSequencesShowTheLastThatIsLeft() {
        setSize("batch", "3");
        click(node("sequence-next"));
        click(node("sequence-next"));
        setSize("batch", "2");
        assertThat(text("sequence")).isEqualTo("sequence 2 of 2");
        setSize("batch", "1");
        assertThat(has("sequence")).isFalse();
        click(square("x", 2, 0));
        assertThat(reading()).isEqualTo("x[t=2, input 0] = 0.03");
    }

    @Test
    void theFocusStaysOnTheChoiceOfASequence() {
        setSize("batch", "3");
        robot.interact(() -> node("sequence-next").requestFocus());
        type(KeyCode.SPACE);
        assertThat(node("sequence-next").isFocused()).isTrue();
        type(KeyCode.SPACE);
        assertThat(text("sequence")).isEqualTo("sequence 3 of 3");
        assertThat(onWindow(() -> stage.getScene().getFocusOwner())).isNotNull();
    }

    @Test
    void aWarningLeadsToTheSequenceToo() {
        setSize("batch", "2");
        click(node("sequence-next"));
        clickCell("input", 1, 0);
        write("NaN");
        type(KeyCode.ENTER);
        click(node("sequence-previous"));
        type(KeyCode.F10);
        click((Button) node("status-non-finite"));
        assertThat(text("sequence")).isEqualTo("sequence 2 of 2");
        assertThat(playhead().step()).isEqualTo(1);
    }

    @Test
    void whatIsUndoneInTheLanesIsUndoneInTheTables() {
        Screenshot lane = pixels("x");
        doubleClick(square("x", 0, 0));
        write("-4");
        type(KeyCode.ENTER);
        chord(KeyCode.Z, KeyCode.CONTROL);
        type(KeyCode.F10, KeyCode.F10, KeyCode.F10);
        assertThat(pixels("x")).isEqualTo(lane);
    }
}

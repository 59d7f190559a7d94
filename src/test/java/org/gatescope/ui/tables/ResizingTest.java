package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.anyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.session.OneLayer;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.Screenshot;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The size fields change the network; what is no size is refused, and nothing is lost. */
class ResizingTest extends WindowScene {
    @ParameterizedTest
    @CsvSource({
        "hidden,6,1,3,2,6",
        "hidden,2,1,3,2,2",
        "inputs,4,1,3,4,4",
        "inputs,1,1,3,1,4",
        "steps,5,1,5,2,4",
        "steps,1,1,1,2,4",
        "batch,3,3,3,2,4"
    })
    void tablesAndLanesFollowAndUndoBringsBackThePicture(
            String field, String typed, int batch, int steps, int inputs, int hidden) {
        List<Screenshot> before = drawings();
        setSize(field, typed);
        Sizes sizes = new Sizes(batch, steps, inputs, hidden);
        assertThat(sizes()).isEqualTo(sizes);
        assertThat(text("status-sizes")).startsWith(sizes.toString());
        assertThat(shape("Wx.h")).isEqualTo(inputs + " × " + hidden);
        assertThat(shape("Wh.h")).isEqualTo(hidden + " × " + hidden);
        assertThat(shape("input")).isEqualTo(steps + " × " + inputs);
        assertThat(shape("upstream gradient")).isEqualTo(steps + " × " + hidden);
        assertThat(shape("initial h")).isEqualTo(batch + " × " + hidden);
        assertThat(styled(".ruler").getAccessibleText()).is(holding("ui.axis:ruler.spoken", null, steps));
        click(square("h'", steps - 1, hidden - 1));
        assertThat(reading())
                .startsWith("h[t=" + (steps - 1) + ", unit " + (hidden - 1) + "] = ")
                .matches(hidden > 4 /* a new unit is silent */ ? ".* = 0" : ".* = 0\\.[78].*");
        assertThat(weight("Wh.h", 0, 1)).as("what was there stays").isEqualTo(0.03);
        assertThat(number(new TableId.Input(0), 0, 0)).isEqualTo(0.01);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(size(field)).isNotEqualTo(typed);
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.END);
        assertThat(drawings()).isEqualTo(before);
    }

    @Test
    void theArrowKeysCountUpAndDownOneAfterTheOther() {
        robot.interact(() -> node("size-hidden").requestFocus());
        type(KeyCode.UP, 3);
        assertThat(size("hidden")).isEqualTo("7");
        assertThat(sizes().hidden()).isEqualTo(7);
        type(KeyCode.DOWN, 5);
        assertThat(sizes().hidden()).isEqualTo(2);
        assertThat(node("size-hidden").isFocused()).isTrue();
        type(KeyCode.DOWN, 4);
        assertThat(sizes().hidden()).isEqualTo(1);
    }

    @Test
    void tabTakesASizeOverAndGoesOn() {
        robot.interact(() -> {
            node("size-hidden").requestFocus();
            ((TextField) node("size-hidden")).selectAll();
        });
        write("5");
        type(KeyCode.TAB);
        assertThat(sizes().hidden()).isEqualTo(5);
        assertThat(node("size-inputs").isFocused()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "abc,size.whole",
        "0,size.range",
        "2.5,size.whole",
        "-3,size.range",
        "999999999999,size.range",
        "1e300,size.range",
        "NaN,size.whole",
        "inf,size.range",
        "'',size.whole"
    })
    void whatIsNoSizeIsRefusedInPlace(String typed, String key) {
        Session session = session();
        setSize("hidden", typed.isEmpty() ? " " : typed);
        assertThat(session()).isSameAs(session);
        assertThat(refusal()).is(saying("ui.tables:" + key)).hasSizeLessThan(160);
        assertThat(node("size-hidden").getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("refused"));
        assertThat(node("undo").isDisabled()).isTrue();
        type(KeyCode.TAB);
        assertThat(size("hidden")).isEqualTo("4");
        assertThat(session()).isSameAs(session);
    }

    @Test
    void escapeBringsTheOldSizeBack() {
        setSize("steps", "abc");
        type(KeyCode.ESCAPE);
        assertThat(size("steps")).isEqualTo("3");
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hidden,100000,", "hidden,1000000,", "steps,1000000,2000", "batch,1000000,2000", "inputs,1000000,2000"})
    void whatDoesNotFitIntoMemoryIsRefusedInOneSentence(String field, String typed, String hidden) {
        if (hidden != null) {
            setSize("hidden", hidden);
        }
        Session session = session();
        String old = size(field);
        setSize(field, typed);
        assertThat(session()).isSameAs(session);
        assertThat(size(field)).isEqualTo(old);
        assertThat(notice()).is(anyOf(saying("engine:memory"), saying("engine:memory.array")));
    }

    @Test
    void aRefusalMovesNothing() {
        Bounds before = onWindow(
                () -> node("size-steps").localToScene(node("size-steps").getLayoutBounds()));
        setSize("steps", "0");
        assertThat(refusal()).isNotEmpty();
        Bounds after = onWindow(
                () -> node("size-steps").localToScene(node("size-steps").getLayoutBounds()));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aRefusalIsForgottenWithTheNextStep() {
        setSize("inputs", "3");
        setSize("hidden", "1000000");
        assertThat(notice()).isNotEmpty();
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(notice()).isEmpty();
        setSize("hidden", "1000000");
        assertThat(notice()).as("said again").isNotEmpty();
    }

    @Test
    void aSelectedSquareThatIsGoneIsNotReadOut() {
        click(square("h'", 2, 3));
        setSize("hidden", "2");
        assertThat(reading()).isEmpty();
        assertThat(spoken("h'")).doesNotContain("selected");
        setSize("steps", "1");
        assertThat(spoken("h'")).startsWith("h, t = 0, largest 0.76");
    }

    @Test
    void aSequencesLengthIsTypedBesideItAndUndoShowsTheOldOne() {
        setSize("batch", "2");
        click(node("sequence-next"));
        setSize("length", "2");
        assertThat(session().lengths()).containsExactly(3, 2);
        setSize("length", "4");
        assertThat(refusal()).isNotEmpty();
        assertThat(session().lengths()).containsExactly(3, 2);
        type(KeyCode.ESCAPE);
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().lengths()).containsExactly(3, 3);
        assertThat(size("length")).isEqualTo("3");
    }

    private Sizes sizes() {
        return OneLayer.sizes(session());
    }

    private String shape(String table) {
        return onWindow(() -> node("table-" + table).lookupAll(".muted").stream()
                .map(label -> ((Label) label).getText())
                .filter(text -> text.contains(" × "))
                .filter(text -> Character.isDigit(text.charAt(0)))
                .findFirst()
                .orElse(""));
    }

    /** The reason beside a size field, or nothing. */
    private static String refusal() {
        return onWindow(() -> Window.getWindows().stream()
                .filter(shown -> shown.isShowing() && shown instanceof Tooltip)
                .map(Tooltip.class::cast)
                .filter(note -> note.getStyleClass().contains("refusal"))
                .map(Tooltip::getText)
                .findFirst()
                .orElse(""));
    }

    @Test
    void newUnitsAreSilentUntilTheirWeightsAreDrawnWhichIsOneStep() {
        setSize("hidden", "5");
        Session silent = workbench.session().get();
        assertThat(recurrent(silent).get(4, 4)).isZero();
        click(node("status-offer"));
        Session drawn = workbench.session().get();
        assertThat(recurrent(drawn).get(4, 4)).isNotZero();
        assertThat(recurrent(drawn).get(0, 0)).isEqualTo(recurrent(silent).get(0, 0));
        assertThat(has("status-offer")).isFalse();
        robot.interact(workbench::undo);
        assertThat(workbench.session().get()).isEqualTo(silent);
    }

    private static Matrix recurrent(Session session) {
        return session.table(new TableId.Parameter("0.forward.Wh.h"));
    }
}

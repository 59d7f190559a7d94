package org.gatescope.ui.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.text.Numerals;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** Breakpoints and watches as their user has them. */
class DebugPanelTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.4);
    }

    @Test
    void playingStopsWhereAConditionBecomesTrueAndSaysWhy() {
        add("break-condition", "max(abs(h')) > 0.2");
        type(KeyCode.HOME);
        fast();
        type(KeyCode.SPACE);
        await(() -> window.debugging().stopped().get().isPresent());
        assertThat(largest("h'", playhead().step())).isGreaterThan(0.2);
        for (int t = 0; t < playhead().step(); t++) {
            assertThat(largest("h'", t)).isLessThanOrEqualTo(0.2);
        }
        assertThat(notice())
                .is(saying("ui.debug:stopped", playhead().step()))
                .contains("max(abs(h')) = ")
                .contains("> 0.2");
        long stopped = playhead().position();
        settle();
        assertThat(playhead().position()).isEqualTo(stopped);
    }

    /** It would stop where it becomes true, which nobody sees who sets it where it is. */
    @Test
    void aConditionThatHoldsAtThePlayheadSaysSo() {
        moveTo(playhead().atStep(Phase.FORWARD, "0.forward", 3));
        add("break-condition", "max(abs(h')) > 0.0001");
        assertThat(isTrueHere()).isTrue();
        type(KeyCode.HOME);
        assertThat(isTrueHere()).isFalse();
        type(KeyCode.END);
        robot.interact(() -> window.debugging().breakpoints().set(0, OnCondition.of("f[0] > 2")));
        assertThat(isTrueHere()).isFalse();
    }

    private boolean isTrueHere() {
        return onWindow(() -> styled(".true-here").isVisible());
    }

    @Test
    void theReasonHoldsForThatPlaceAlone() {
        add("break-condition", "max(abs(h')) > 0.2");
        type(KeyCode.HOME);
        fast();
        type(KeyCode.SPACE);
        await(() -> window.debugging().stopped().get().isPresent());
        type(KeyCode.LEFT);
        assertThat(onWindow(() -> window.debugging().stopped().get())).isEmpty();
        assertThat(onWindow(() -> window.root().lookup(".stop-reason").isVisible()))
                .isFalse();
    }

    @Test
    void playingBackwardsStopsToo() {
        type(KeyCode.END);
        moveTo(playhead().atStep(Phase.BACKWARD, "0.forward", 2));
        type(KeyCode.F9);
        assertThat(breakpoints()).hasSize(1);
        moveTo(playhead().atStep(Phase.BACKWARD, "0.forward", 0));
        fast();
        chord(KeyCode.SPACE, KeyCode.SHIFT);
        await(() -> window.debugging().stopped().get().isPresent());
        assertThat(playhead().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(playhead().moment().map(moment -> moment.operation().quantity()))
                .contains("d.b.i");
    }

    @Test
    void runningToTheCursorStopsOnTheWay() {
        type(KeyCode.HOME);
        add("break-condition", "f[0] > 0.8");
        select("h'", 6, 0);
        chord(KeyCode.F10, KeyCode.CONTROL);
        await(() -> window.debugging().stopped().get().isPresent());
        assertThat(playhead().step()).isEqualTo(2); // f[0] is 0.82 there for the first time
        robot.interact(() -> window.debugging().breakpoints().clear());
        select("h'", 6, 1);
        chord(KeyCode.F10, KeyCode.CONTROL);
        assertThat(playhead().step()).isEqualTo(6);
    }

    @Test
    void aBreakpointIsPutAsideAndRemovedWithTheKeyboard() {
        type(KeyCode.F9);
        CheckBox row = (CheckBox) onWindow(() -> window.root().lookup(".debug-row .check-box"));
        robot.interact(row::requestFocus);
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> window.debugging().enabled())).isEmpty();
        assertThat(breakpoints()).hasSize(1);
        CheckBox again = (CheckBox) onWindow(() -> window.root().lookup(".debug-row .check-box"));
        robot.interact(again::requestFocus);
        type(KeyCode.DELETE);
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void whatIsWrongWithAConditionStandsBelowItAndNothingIsAdded() {
        add("break-condition", "max(h' >");
        assertThat(problem()).is(saying("ui.debug:problem"));
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void namesThatNoPartHasAreRefusedWithThoseThatThereAre() {
        add("break-condition", "max(q) > 1");
        assertThat(problem())
                .is(saying("ui.debug:problem.unknown", "q"))
                .contains(" x, h, c, i.pre, i, ")
                .contains("Wh.o, …");
        assertThat(breakpoints()).isEmpty();
        add("watch-expression", "x + h");
        assertThat(onWindow(() -> window.debugging().watches())).isEmpty();
    }

    @Test
    void aUnitThatAQuantityDoesNotHaveIsRefusedWithThoseThatItHas() {
        int units = workbench.session().get().network().layers().getFirst().hidden();
        add("break-condition", "h[99] > 0");
        assertThat(problem()).is(saying("ui.debug:problem.unit", "h", units, units - 1));
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void theKeysStayWithTheRowThatIsPutAside() {
        add("break-condition", "max(h') > 0.1");
        add("break-condition", "max(h') > 0.2");
        add("break-condition", "max(h') > 0.3");
        robot.interact(() -> every(".debug-row .check-box").get(1).requestFocus());
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> window.debugging().enabled())).hasSize(2);
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> window.debugging().enabled())).hasSize(3);
        type(KeyCode.DELETE, KeyCode.DELETE, KeyCode.DELETE);
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void aWatchOfALayersWeightsGradientWaitsForTheLastShare() {
        add("watch-expression", "norm(d.Wx.f)");
        moveTo(playhead().atStep(Phase.BACKWARD, "0.forward", 1));
        assertThat(watched()).is(saying("ui.debug:not-yet"));
        moveTo(playhead().atStep(Phase.BACKWARD, "0.forward", 0));
        assertThat(watched()).isNot(saying("ui.debug:not-yet")).isNot(saying("ui.debug:watch.gone"));
    }

    @Test
    void aWatchShowsItsValueAtThePlayhead() {
        add("watch-expression", "f[2]");
        type(KeyCode.HOME);
        assertThat(watched()).is(saying("ui.debug:not-yet"));
        moveTo(playhead().atStep(Phase.FORWARD, "0.forward", 3));
        double f = workbench
                .shown()
                .get()
                .run()
                .trace()
                .part("0.forward")
                .value("f")
                .at(3, 0, 2);
        assertThat(watched()).isEqualTo(Numerals.rounded(f, 3));
    }

    @Test
    void theOperationAtThePlayheadIsWatchedWithAKey() {
        moveTo(playhead().atStep(Phase.FORWARD, "0.forward", 3));
        chord(KeyCode.F9, KeyCode.SHIFT);
        assertThat(onWindow(
                        () -> window.debugging().watches().getFirst().measure().text()))
                .isEqualTo("h'");
        assertThat(onWindow(() -> ((Label) window.root().lookup(".watch-name")).getText()))
                .startsWith("‖h'‖");
    }

    private void moveTo(Playhead place) {
        robot.interact(() -> workbench.move(now -> now.at(place.position())));
        settle();
    }

    private void select(String lane, int t, int unit) {
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", lane, t, 0, unit)));
        settle();
    }

    @SuppressWarnings("unchecked")
    private void fast() {
        robot.interact(() -> ((ComboBox<Double>) styled(".speed")).setValue(60.0));
    }

    private void add(String field, String text) {
        TextField shown = (TextField) node(field);
        robot.interact(shown::requestFocus);
        write(text);
        type(KeyCode.ENTER);
        robot.interact(() -> window.root().requestFocus());
        settle();
    }

    private List<?> breakpoints() {
        return onWindow(() -> List.copyOf(window.debugging().breakpoints()));
    }

    private String problem() {
        return onWindow(() -> ((Label) window.root().lookup(".debug-panel .problem")).getText());
    }

    private String watched() {
        return onWindow(() -> ((Label) window.root().lookup(".watch-value")).getText());
    }

    private double largest(String quantity, int t) {
        double largest = 0;
        for (double value : workbench
                .shown()
                .get()
                .run()
                .trace()
                .part("0.forward")
                .value(quantity)
                .row(t, 0)) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}

package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.ui.grid.Grid;
import org.junit.jupiter.api.Test;

/** Numbers are hidden, predicted and revealed with the keys, the menus and the card that a user has. */
class PredictTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE_LSTM.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.25, 0.25);
    }

    private double value(OfStep number) {
        return workbench
                .shown()
                .get()
                .run()
                .trace()
                .part(number.part())
                .value("f")
                .at(number.step(), number.row(), number.column());
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    private void open(NumberId number) {
        robot.interact(() -> window.selection().opened().set(number));
        settle();
    }

    private String covered() {
        return String.valueOf(onWindow(() -> window.view().get("covered")));
    }

    private String says(String id) {
        return onWindow(() -> String.valueOf(node(id).queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private void predict(String typed) {
        robot.interact(() -> {
            TextField field = (TextField) node("prediction-field");
            field.setText(typed);
            field.requestFocus();
        });
        press(KeyCode.ENTER);
    }

    private String verdict() {
        return onWindow(() -> ((Label) node("prediction-verdict")).getText());
    }

    private String lamp() {
        return onWindow(() -> ((MenuButton) node("status-predict")).getText());
    }

    @Test
    void aLaneIsHiddenForAClassAndNothingTellsItsNumbers() {
        OfStep number = new OfStep("0.forward", "f", 0, 0, 0);
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().length())));
        settle();
        String value = Numerals.exact(value(number));
        open(number);
        assertThat(says("lane-f")).contains(value);
        assertThat(text("status-reading")).contains(value);
        robot.interact(() -> workbench.move(now -> now.at(0)));
        robot.interact(
                () -> workbench.move(now -> now.atOperation(org.gatescope.session.Phase.FORWARD, "0.forward", 0, 1)));
        settle();
        robot.interact(() -> node("lane-f").requestFocus());
        press(KeyCode.H);
        String hidden = covered();
        assertThat(hidden).startsWith("0.forward|");
        press(KeyCode.H);
        assertThat(covered()).isEmpty();
        restore("f");
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().length())));
        settle();
        assertThat(says("lane-f")).contains("hidden").doesNotContain(value);
        assertThat(text("status-reading")).contains("hidden").doesNotContain(value);
        robot.interact(() -> node("lane-f").requestFocus());
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(onWindow(() -> Clipboard.getSystemClipboard().getString()))
                .contains("NaN")
                .doesNotContain("0.");
        assertThat(lamp()).isEqualTo("Numbers hidden");
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        assertThat(covered()).isEmpty();
        assertThat(says("lane-f")).contains(value);
        assertThat(onWindow(() -> node("status-predict").isVisible())).isFalse();
    }

    private void restore(String text) {
        robot.interact(() -> window.show(Map.of("covered", text)));
        settle();
    }

    @Test
    void aHiddenNumberAsksAndIsRevealedWithAVerdictAndItsArithmetic() {
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().length())));
        restore("0.forward|f");
        OfStep first = new OfStep("0.forward", "f", 0, 0, 0);
        OfStep second = new OfStep("0.forward", "f", 1, 0, 0);
        OfStep third = new OfStep("0.forward", "f", 2, 0, 0);
        open(first);
        assertThat(robot.lookup(".explanation").queryAll()).isEmpty();
        robot.interact(() -> node("lane-f").requestFocus());
        press(KeyCode.ENTER);
        assertThat(onWindow(() -> node("prediction-field").isFocused())).isTrue();
        predict("much");
        assertThat(covered()).isEqualTo("0.forward|f");
        predict(Double.toString(value(first)));
        assertThat(verdict()).startsWith("Right");
        assertThat(robot.lookup(".explanation").queryAll()).hasSize(1);
        assertThat(covered()).isEqualTo("0.forward|f; shown step 0.forward f 0 0 0");
        assertThat(lamp()).isEqualTo("Predicted 1 of 1");
        open(second);
        predict("-");
        assertThat(verdict()).startsWith("Not quite: you said negative");
        open(third);
        robot.interact(() -> ((javafx.scene.control.Hyperlink) node("prediction-show")).fire());
        settle();
        assertThat(lamp()).isEqualTo("Predicted 1 of 2");
        assertThat(onWindow(() -> window.view().get("score"))).isEqualTo("1 1 1");
        MenuButton lamp = (MenuButton) node("status-predict");
        robot.interact(() -> lamp.getItems().get(1).fire());
        robot.interact(() -> lamp.getItems().get(0).fire());
        settle();
        assertThat(covered()).isEmpty();
        assertThat(onWindow(() -> window.view().get("score"))).isEmpty();
    }

    @Test
    void aWeightIsHiddenInItsTableByTheMenuAndByKeys() {
        Given weight = new Given(new TableId.Parameter("0.forward.Wx.i"), 0, 0);
        double value =
                onWindow(() -> workbench.session().get().table(weight.table()).get(0, 0));
        open(weight);
        Grid grid = grid("Wx.i");
        robot.interact(() -> grid.requestFocus());
        choose(grid, "Hide this number");
        assertThat(covered()).isEqualTo("given parameter 0.forward.Wx.i 0 0");
        assertThat(grid.getContent().text(0, 0)).isEqualTo("?");
        assertThat(grid.getContent().describe(0, 0)).endsWith("hidden");
        assertThat(grid.getContent().value(0, 0)).isNaN();
        assertThat(grid.getContent().editable()).isFalse();
        open(new OfStep("0.forward", "i.pre", 0, 0, 0));
        String shown = Numerals.rounded(value, 5);
        assertThat(robot.lookup(".factor-value").queryAll().stream().map(node -> ((Label) node).getText()))
                .contains("?")
                .doesNotContain(shown);
        open(weight);
        predict(Double.toString(value + 1));
        assertThat(verdict()).startsWith("Not quite");
        assertThat(covered()).isEmpty();
        assertThat(grid.getContent().editable()).isTrue();
        robot.interact(() -> node("lane-f").requestFocus());
        open(weight);
        press(KeyCode.SHIFT, KeyCode.H);
        assertThat(covered()).isEqualTo("given parameter 0.forward.Wx.i 0 0");
        robot.interact(() -> workbench.open("other", Example.SENTENCE.session(), now -> now));
        settle();
        assertThat(covered()).isEmpty();
    }

    private void choose(Grid grid, String label) {
        robot.interact(() -> grid.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, new PickResult(grid, 0, 0))));
        settle();
        ContextMenu menu = onWindow(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
        robot.interact(() -> {
            menu.getItems().stream()
                    .filter(item -> label.equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
        settle();
    }

    /** Whatever a file says, the window opens. */
    @Test
    void whatCannotBeReadIsLeftAlone() {
        for (String text :
                List.of("9.forward|q; step 7 x 1 1 1", "|;||;;", "step dense y 999999 9 9", "x".repeat(5000))) {
            restore(text);
            Node lane = node("lane-f");
            assertThat(lane.isVisible()).isTrue();
        }
        restore("");
        assertThat(covered()).isEmpty();
    }
}

package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.gatescope.Wording;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.Example;
import org.gatescope.session.OneLayer;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a cell declares, in the window: a size is typed beside H, and what is fixed cannot be trained. */
class DeclaredSizeTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.4);
    }

    @Test
    void tablesLanesAndStatusFollowTheTypedSizeAndUndoBringsTheOldOneBack() throws FormatException {
        chooseCell("lstm-projection");
        Session narrow = session();
        int inputs = narrow.network().inputs();
        int hidden = narrow.network().layers().getFirst().hidden();
        assertThat(size("declared-P")).isEqualTo("2");
        setSize("declared-P", "3");
        assertThat(sizes()).isEqualTo(Map.of("P", 3));
        assertThat(shape("Wx.i")).isEqualTo(inputs + " × " + hidden);
        assertThat(shape("Wh.i")).isEqualTo("3 × " + hidden);
        assertThat(shape("initial h")).endsWith(" × 3");
        assertThat(shape("initial c")).endsWith(" × " + hidden);
        int perGate = inputs * hidden + 3 * hidden + hidden;
        int parameters = 4 * perGate + hidden * 3;
        assertThat(text("status-sizes")).endsWith("· " + parameters + " parameters");
        type(KeyCode.END);
        assertThat(has("lane-h'")).isTrue();
        Session wide = session();
        assertThat(SessionJson.read(SessionJson.write(SavedSession.of(wide))).session())
                .isEqualTo(wide);

        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(text("jacobian-reading")).isNotBlank();
        assertThat(text("portrait-reading")).startsWith("t = ");
        focus("jacobian-map");
        type(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(text("jacobian-reading")).startsWith("‖∂h[");

        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(narrow);
        assertThat(size("declared-P")).isEqualTo("2");
        chooseCell("lstm");
        assertThat(has("size-declared-P")).isFalse();
    }

    @Test
    void whatIsNoSizeIsRefusedInOneSentence() {
        chooseCell("lstm-projection");
        Session before = session();
        Map.of("0", "size.range", "-1", "size.range", "1e9", "size.range", "x", "size.whole")
                .forEach((typed, key) -> {
                    setSize("declared-P", typed);
                    assertThat(refusal()).as(typed).is(saying("ui.tables:" + key));
                    assertThat(session()).isSameAs(before);
                    type(KeyCode.ESCAPE);
                    assertThat(size("declared-P")).isEqualTo("2");
                });
    }

    @Test
    void whatACellDeclaresAsFixedCannotBeTrained() {
        chooseCell("echo-state");
        chord(KeyCode.DIGIT4, KeyCode.CONTROL);
        for (String name : session().network().fixed()) {
            CheckBox box = (CheckBox) node("training-train-" + name);
            assertThat(box.isDisabled()).as(name).isTrue();
            assertThat(box.isSelected()).as(name).isFalse();
            assertThat(box.getAccessibleHelp()).isEqualTo(Wording.text("ui.words:fixed.tip"));
            assertThat(locks(node("table-" + FullName.of(name).local())))
                    .as(name)
                    .hasSize(1)
                    .allSatisfy(tip -> assertThat(tip).isEqualTo(Wording.text("ui.words:fixed.tip")));
        }
        assertThat(session().network().fixed()).hasSize(4);
        chooseCell("rnn-tanh");
        assertThat(locks(window.root())).isEmpty();
    }

    @Test
    void whatACellDeclaresOfAStartIsKeptByInitialiseAndFilledInFromTheMenu() throws FormatException {
        chooseCell("rnn-dale");
        Session begun = session();
        Matrix signs = table("d");
        assertThat(signs.get(0, 0)).isEqualTo(1);
        assertThat(signs.get(0, signs.columns() - 1)).isEqualTo(-1);
        press("draw");
        settle();
        Label declared = (Label) robot.lookup("#draw-declared").query();
        assertThat(declared.isVisible()).isTrue();
        assertThat(declared.getText()).is(holding("ui.tables:draw.declared", "d, α"));
        robot.interact(() -> ((Button) robot.lookup("#draw-use").query()).fire());
        settle();
        assertThat(table("d")).isEqualTo(signs);
        assertThat(table("Wh")).isNotEqualTo(begun.table(OneLayer.parameter("Wh")));
        assertThat(SessionJson.read(SessionJson.write(SavedSession.of(session())))
                        .session())
                .isEqualTo(session());

        Session drawn = session();
        fill("d", "fill-declared");
        assertThat(session()).isEqualTo(drawn);
        robot.interact(() -> workbench.edit("", before -> before.with(OneLayer.parameter("d"), signs.map(x -> 0))));
        settle();
        fill("d", "fill-declared");
        assertThat(table("d")).isEqualTo(signs);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(table("d")).isEqualTo(signs.map(x -> 0));
    }

    /** Tips of words that stand beside a lock. */
    private List<String> locks(Node within) {
        return onWindow(() -> within.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(label -> label.getGraphic() instanceof FontIcon icon && icon.getIconCode() == Feather.LOCK)
                .map(label -> label.getTooltip().getText())
                .toList());
    }

    private Matrix table(String parameter) {
        return session().table(OneLayer.parameter(parameter));
    }

    private void fill(String table, String item) {
        robot.interact(() -> ((MenuButton) node("table-" + table).lookup(".fill-menu"))
                .getItems().stream().filter(entry -> item.equals(entry.getId())).forEach(MenuItem::fire));
        settle();
    }

    private Map<String, Integer> sizes() {
        return OneLayer.cell(session()).declared().sizes();
    }

    private String shape(String table) {
        return onWindow(() -> node("table-" + table).lookupAll(".muted").stream()
                .map(label -> ((Label) label).getText())
                .filter(text -> text.matches("\\d+ × \\d+"))
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
}

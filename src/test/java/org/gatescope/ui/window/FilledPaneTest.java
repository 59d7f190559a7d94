package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any pane can fill the window, and goes back to where it was. */
class FilledPaneTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.34);
    }

    @ParameterizedTest
    @ValueSource(strings = {".unrolled-panel", ".lanes", ".equations-panel", ".inspect", ".table-card", ".cell-panel"})
    void aPaneFillsTheWindowByItsButtonAndEscapePutsItBack(String pane) {
        List<Bounds> before = places();
        fill(pane);
        assertThat(isFilled()).isTrue();
        Bounds whole = onScreen(window.root());
        Bounds filled = onScreen(styled(pane));
        assertThat(filled.getWidth()).isGreaterThan(whole.getWidth() - 60);
        assertThat(styled(".filled").localToScreen(0, 0)).isNotNull();
        type(KeyCode.ESCAPE);
        assertThat(isFilled()).isFalse();
        assertThat(places()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {".equations-panel", ".inspect"})
    void itsNameStandsAboveItOnce(String pane) {
        fill(pane);
        String name = onWindow(() -> ((Labeled) styled(".filled-heading .strong")).getText());
        assertThat(titles(name)).isEqualTo(1);
        type(KeyCode.ESCAPE);
        assertThat(titles(name)).isEqualTo(1);
    }

    private long titles(String name) {
        return onWindow(() -> every(".label").stream()
                .filter(label -> label instanceof Labeled title && title.isVisible() && name.equals(title.getText()))
                .count());
    }

    @Test
    void aNumberThatIsOpenedInAPaneThatFillsALowWindowIsExplainedBesideIt() {
        resize(1024, 460);
        fill(".lanes");
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", "h'", 1, 0, 0)));
        settle();
        assertThat(every(".filled")).hasSize(2);
        type(KeyCode.ESCAPE);
        type(KeyCode.ESCAPE);
        assertThat(isFilled()).isFalse();
    }

    @Test
    void theFocusStaysInThePaneAndIsSeen() {
        focus("gallery");
        while (!onWindow(() -> stage.getScene().getFocusOwner().getStyleClass().contains("lane"))) {
            type(KeyCode.F6);
        }
        Node lane = onWindow(() -> stage.getScene().getFocusOwner());
        for (int i = 0; i < 2; i++) {
            type(KeyCode.F4);
            assertThat(onWindow(() -> stage.getScene().getFocusOwner())).isSameAs(lane);
            assertThat(onWindow(lane::isFocusVisible)).isTrue();
        }
    }

    @Test
    void theKeyFillsWithThePaneThatHasTheFocusAndPutsItBack() {
        robot.interact(() -> styled("#lane-f").requestFocus());
        List<Bounds> before = places();
        type(KeyCode.F4);
        assertThat(isFilled()).isTrue();
        assertThat(every(".lane")).hasSize(1);
        assertThat(onScreen(styled("#lane-f")).getHeight()).isGreaterThan(200);
        type(KeyCode.F4);
        assertThat(isFilled()).isFalse();
        assertThat(every(".lane").size()).isGreaterThan(3);
        assertThat(places()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {".unrolled-panel", ".lanes", ".equations-panel", ".inspect"})
    void playbackKeysGoOnWorking(String pane) {
        robot.interact(() -> workbench.move(now -> now.at(5)));
        fill(pane);
        type(KeyCode.RIGHT);
        assertThat(playhead().position()).isEqualTo(6);
        type(KeyCode.HOME);
        assertThat(playhead().isAtStart()).isTrue();
    }

    @Test
    void aDoubleClickOnAHeadingDoesTheSame() {
        Node title = Objects.requireNonNull(styled(".inspect").lookup(".section-title"));
        doubleClick(onWindow(() -> title.localToScreen(5, 5)));
        assertThat(isFilled()).isTrue();
        fire("#fill-back");
        assertThat(isFilled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIGIT1", "DIGIT2", "DIGIT3", "DIGIT4", "DIGIT8"})
    void whatIsShownOrHiddenBringsTheWindowBack(String key) {
        fill(".inspect");
        chord(KeyCode.valueOf(key), KeyCode.CONTROL);
        assertThat(isFilled()).isFalse();
        assertThat(unhandled()).isEmpty();
    }

    @Test
    void anotherSessionIsShownInThePaneThatFillsTheWindow() {
        robot.interact(() -> styled("#lane-f").requestFocus());
        type(KeyCode.F4);
        openExample(Example.SMALL_SEQUENCE);
        assertThat(unhandled()).isEmpty();
        assertThat(every(".lane").size()).isGreaterThan(1);
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.ESCAPE);
        assertThat(isFilled()).isFalse();
    }

    @Test
    void aTableThatIsGoneNoLongerFillsTheWindow() {
        Button button = (Button) Objects.requireNonNull(node("table-Wx.i").lookup(".fill-window"));
        robot.interact(button::fire);
        settle();
        assertThat(isFilled()).isTrue();
        robot.interact(() -> workbench.open("", Example.SMALL_SEQUENCE.session()));
        settle();
        assertThat(isFilled()).isFalse();
        assertThat(unhandled()).isEmpty();
        assertThat(every(".table-card")).allMatch(card -> card.getScene() == stage.getScene());
    }

    @Test
    void dividersStandWhereTheyStood() {
        double[] before = dividers();
        fill(".unrolled-panel");
        type(KeyCode.ESCAPE);
        assertThat(dividers()).containsExactly(before);
    }

    @Test
    void aCurveKeepsAMargin() {
        chord(KeyCode.DIGIT4, KeyCode.CONTROL);
        fill(".curve-view");
        Bounds filled = onScreen(styled(".filled"));
        Bounds name = onScreen(styled(".curve-name"));
        assertThat(name.getMinX()).isGreaterThan(filled.getMinX() + 8);
    }

    @Test
    void whereThereIsLittleRoomMenusWithoutAnIconKeepTheirName() {
        resize(600, HEIGHT);
        fill(".lanes");
        for (String id : List.of("file", "mistakes")) {
            assertThat(onWindow(() -> ((Labeled) node(id)).getContentDisplay()))
                    .as(id)
                    .isNotEqualTo(ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private double[] dividers() {
        return onWindow(() -> ((SplitPane) styled(".split-pane")).getDividerPositions());
    }

    private boolean isFilled() {
        return !every(".filled").isEmpty();
    }

    private void fill(String pane) {
        fire(pane + " .fill-window");
    }

    private void fire(String selector) {
        Button button = (Button) every(selector).getFirst();
        robot.interact(button::fire);
        settle();
    }

    private List<Bounds> places() {
        return List.of(".unrolled-panel", ".lanes", ".equations-panel", ".inspect", ".cell-panel").stream()
                .map(style -> onScreen(styled(style)))
                .toList();
    }

    private static Bounds onScreen(Node node) {
        return onWindow(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}

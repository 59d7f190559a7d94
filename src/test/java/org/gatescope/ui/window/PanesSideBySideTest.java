package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.control.Fillable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second pane stands beside the one that fills the window. */
class PanesSideBySideTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.34, true, Rooms.first());
    }

    @ParameterizedTest
    @CsvSource({
        ".unrolled-panel, .cell-panel",
        ".lanes, .equations-panel",
        ".gradient-flow, .inspect",
        ".cell-panel, .lanes",
        ".equations-panel, .table-card"
    })
    void twoStandSideBySideAndEscapeTakesThemBackOneByOne(String first, String second) {
        List<Bounds> before = places();
        fill(first);
        beside(second);
        Bounds left = onScreen(styled(first));
        Bounds right = onScreen(styled(second));
        assertThat(right.getMinX()).isGreaterThanOrEqualTo(left.getMaxX() - 1);
        assertThat(right.getHeight()).isGreaterThan(HEIGHT / 2);
        assertThat(left.getWidth() + right.getWidth()).isGreaterThan(0.85 * WIDTH);
        type(KeyCode.ESCAPE);
        assertThat(every(".filled")).hasSize(1);
        assertThat(every(second)).isEmpty();
        type(KeyCode.ESCAPE);
        assertThat(every(".filled")).isEmpty();
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void whatHasOneTimeAxisStandsOnIt() {
        fill(".unrolled-panel");
        beside(".lanes");
        assertThat(every(".filled")).hasSize(1);
        assertThat(every(".ruler")).hasSize(1);
        Bounds network = onScreen(styled(".unrolled-panel"));
        Bounds lanes = onScreen(styled(".lanes"));
        assertThat(lanes.getMinY()).isGreaterThan(network.getMaxY() - 1);
        assertThat(every(".gradient-flow")).noneMatch(Node::isVisible);
        type(KeyCode.ESCAPE);
        assertThat(every(".lanes")).isEmpty();
        assertThat(every(".unrolled-panel")).hasSize(1);
    }

    /** Two states begin, and each gate has a bias. */
    @Test
    void whatCanStandBesideIsToldApart() {
        robot.interact(() -> workbench.open("LSTM", Example.SMALL_SEQUENCE_LSTM.session()));
        fill(".unrolled-panel");
        robot.interact(() -> menu().show());
        settle();
        assertThat(onWindow(
                        () -> menu().getItems().stream().map(MenuItem::getText).toList()))
                .doesNotHaveDuplicates()
                .anyMatch(name -> name.startsWith("W_xi: "));
        robot.interact(() -> menu().hide());
    }

    @Test
    void playbackKeysGoOnWorking() {
        robot.interact(() -> workbench.move(now -> now.at(5)));
        fill(".lanes");
        beside(".cell-panel");
        type(KeyCode.RIGHT);
        assertThat(playhead().position()).isEqualTo(6);
    }

    @Test
    void theKeyOffersWhatElseThereIs() {
        robot.interact(() -> styled("#lane-f").requestFocus());
        chord(KeyCode.F4, KeyCode.SHIFT);
        assertThat(every(".filled")).hasSize(1);
        assertThat(onWindow(() -> menu().isShowing())).isTrue();
        assertThat(onWindow(() -> menu().getItems().stream()
                        .filter(offer -> isFor(".lanes", offer))
                        .toList()))
                .as("the lanes that it is one of")
                .isEmpty();
        robot.interact(() -> menu().hide());
    }

    @Test
    void aNumberThatIsOpenedIsExplainedBeside() {
        fill(".lanes");
        click(square("f", 1, 0));
        assertThat(every(".filled")).hasSize(2);
        assertThat(onScreen(styled(".inspect")).getMinX())
                .isGreaterThanOrEqualTo(onScreen(styled(".lanes")).getMaxX() - 1);
        assertThat(every(".inspect .factor")).isNotEmpty();
        type(KeyCode.ESCAPE);
        assertThat(every(".lanes")).hasSize(1);
        assertThat(every(".filled")).hasSize(1);
    }

    @Test
    void soItIsWhereTheExplanationWasPutAway() {
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        fill(".lanes");
        click(square("f", 1, 0));
        assertThat(every(".inspect")).hasSize(1);
        type(KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(every(".inspect")).isEmpty();
    }

    @Test
    void thePaneOfTheHeadingGoesBack() {
        fill(".lanes");
        beside(".cell-panel");
        Button back = (Button) every("#fill-back").getFirst();
        robot.interact(back::fire);
        settle();
        assertThat(every(".lanes")).isEmpty();
        assertThat(every(".cell-panel")).hasSize(1);
        assertThat(every(".filled")).hasSize(1);
    }

    private MenuButton menu() {
        return (MenuButton) every(".fill-beside").getLast();
    }

    private void fill(String pane) {
        Button button = (Button) every(pane + " .fill-window").getFirst();
        robot.interact(button::fire);
        settle();
    }

    private void beside(String pane) {
        robot.interact(() -> menu().show());
        settle();
        MenuItem item = onWindow(() -> menu().getItems().stream()
                .filter(offer -> isFor(pane, offer))
                .findFirst()
                .orElseThrow());
        robot.interact(() -> {
            menu().hide();
            item.fire();
        });
        settle();
    }

    private static boolean isFor(String pane, MenuItem offer) {
        return offer.getUserData() instanceof Fillable fillable
                && fillable.pane().getStyleClass().contains(pane.substring(1));
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

package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The panels about the cell, in a window of usual height. */
class PanelColumnTest extends WindowScene {
    private static final List<String> ABOUT_THE_CELL = List.of(".cell-panel", ".equation-list", ".inspect");

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, true, true, 0.3, 0.34);
    }

    @Test
    void openingANumberMovesNeitherTheDiagramNorTheEquationsNorItsOwnPane() {
        resize(WIDTH, 800);
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().length() - 4)));
        settle();
        List<Bounds> before = places();
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", "d.f", 3, 0, 2)));
        settle();
        assertThat(places()).isEqualTo(before);
        assertThat(onWindow(() -> window.root().lookupAll(".inspect .number-value")))
                .hasSize(1);
    }

    @Test
    void diagramEquationsAndWhyAreInViewTogether() {
        resize(WIDTH, 800);
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", "h'", 3, 0, 2)));
        settle();
        Bounds whole = onScreen(window.root());
        for (Bounds place : places()) {
            assertThat(place.getMinY()).isGreaterThanOrEqualTo(whole.getMinY());
            assertThat(place.getMaxY()).isLessThanOrEqualTo(whole.getMaxY());
            assertThat(place.getHeight()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 125, 135, 150})
    void theLineAtThePlayheadComesIntoViewAtEachMove(int percent) {
        resize(WIDTH, 800);
        robot.interact(() -> window.root().percentProperty().set(percent));
        type(KeyCode.HOME);
        for (int move = 0; move < 12; move++) {
            type(KeyCode.RIGHT);
            assertThatTheLitLineIsSeen("move " + move);
        }
        type(KeyCode.END);
        for (int move = 0; move < 12; move++) {
            type(KeyCode.LEFT);
            if (onWindow(() -> !lit().isEmpty())) {
                assertThatTheLitLineIsSeen("move back " + move);
            }
        }
    }

    private List<Node> lit() {
        return window.root().lookupAll(".equation").stream()
                .filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("lit")))
                .toList();
    }

    private void assertThatTheLitLineIsSeen(String when) {
        settle();
        onWindow(() -> {
            assertThat(lit()).as(when).hasSize(1);
            Node line = lit().getFirst();
            Bounds room = onScreen(page(line.getParent()));
            assertThat(onScreen(line).getMinY()).as(when).isGreaterThanOrEqualTo(room.getMinY() - 1);
            assertThat(onScreen(line).getMaxY()).as(when).isLessThanOrEqualTo(room.getMaxY() + 1);
            return null;
        });
    }

    private List<Bounds> places() {
        return ABOUT_THE_CELL.stream().map(style -> onScreen(styled(style))).toList();
    }

    private static Bounds onScreen(Node node) {
        return onWindow(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}

package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Session;
import org.gatescope.ui.desk.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a window too low for all lanes, those of the pass that begins are the ones that are seen. */
class PassInViewTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE_LSTM.session();
    }

    @BeforeEach
    void makeItLow() {
        resize(WIDTH, 500);
        type(KeyCode.HOME);
    }

    private boolean isSeen(String lane) {
        return onWindow(() -> {
            Node view = node("lane-" + lane);
            Node pane = view;
            while (!(pane instanceof ScrollPane)) {
                pane = pane.getParent();
            }
            Bounds at = pane.sceneToLocal(view.localToScene(view.getBoundsInLocal()));
            return at.getMinY() >= -1 && at.getMinY() < pane.getLayoutBounds().getHeight() - 20;
        });
    }

    @Test
    void gradientsComeIntoViewAsTheBackwardPassBeginsAndValuesAsItIsLeft() {
        assertThat(isSeen("i")).isTrue();
        assertThat(isSeen("d.h'")).isFalse();
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(isSeen("i")).isTrue();
        for (int step = 1; step < 4; step++) {
            chord(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        assertThat(isSeen("d.h'")).isTrue();
        type(KeyCode.HOME);
        assertThat(isSeen("i")).isTrue();
    }

    /** Lanes that come into view with another part are drawn. */
    @Test
    void fromPartToPartTheGradientsStayInView() {
        openExample(Example.AGREEMENT);
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().start(Phase.BACKWARD) + 3)));
        settle();
        assertThat(isSeen("d.z")).isTrue();
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.BACKWARD, Selection.FIRST, 2)));
        settle();
        assertThat(isSeen("d.h'")).isTrue();
        assertThat(colours("d.h'")).isGreaterThan(3);
    }

    private long colours(String lane) {
        Image drawn = onWindow(() -> squares(lane).snapshot(null, null));
        return IntStream.range(0, (int) drawn.getWidth())
                .mapToObj(x -> drawn.getPixelReader().getArgb(x, 4))
                .distinct()
                .count();
    }

    @Test
    void anOpenedSquareKeepsItsPlace() {
        click(square("i", 0, 0));
        for (int step = 0; step < 4; step++) {
            chord(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        assertThat(isSeen("i")).isTrue();
    }

    @Test
    void anotherExampleOpensAtItsFirstLane() {
        for (int step = 0; step < 4; step++) {
            chord(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        openExample(Example.SMALL_SEQUENCE_GRU);
        assertThat(isSeen("x")).isTrue();
    }
}

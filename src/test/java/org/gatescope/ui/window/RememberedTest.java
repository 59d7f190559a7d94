package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** The next start is as the window was left. */
class RememberedTest extends WindowScene {
    private Map<String, String> remembered = Map.of();

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, true, true, 0.3, 0.34);
    }

    @Override
    protected Map<String, String> remembered() {
        return remembered;
    }

    @Test
    void speedScaleAndZoomComeBack() {
        chord(KeyCode.PERIOD, KeyCode.SHIFT);
        chord(KeyCode.MINUS, KeyCode.CONTROL);
        focus("lane-f");
        type(KeyCode.PLUS, KeyCode.PLUS);
        Object speed = speed();
        double column = onWindow(() -> axisColumn());
        reopen();
        assertThat(speed()).isEqualTo(speed).isNotEqualTo(2.0);
        assertThat(window.root().percentProperty().get()).isEqualTo(90);
        assertThat(onWindow(() -> axisColumn())).isCloseTo(column, within(1.0));
    }

    @Test
    void lanesAreFoldedAsTheyWere() {
        double open = height("lane-f");
        click(node("lane-f").lookup(".fold"));
        double folded = height("lane-f");
        assertThat(folded).isLessThan(open);
        reopen();
        assertThat(height("lane-f")).isEqualTo(folded);
        openExample(Example.SMALL_SEQUENCE);
        openExample(Example.SENTENCE);
        assertThat(height("lane-f")).isEqualTo(folded);
        click(node("lane-f").lookup(".fold"));
        reopen();
        assertThat(height("lane-f")).isGreaterThan(folded);
    }

    @Test
    void dividersThatWereDraggedStandWhereTheyStood() {
        drag(below(".unrolled-panel"), below(".unrolled-panel").add(0, 60));
        drag(below(".stage"), below(".stage").add(0, -50));
        double network = bounds(".unrolled-panel").getHeight();
        double why = bounds(".inspect").getHeight();
        reopen();
        assertThat(bounds(".unrolled-panel").getHeight()).isCloseTo(network, within(2.0));
        assertThat(bounds(".inspect").getHeight()).isCloseTo(why, within(2.0));
        chord(KeyCode.DIGIT2, KeyCode.CONTROL);
        chord(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(bounds(".unrolled-panel").getHeight()).isCloseTo(network, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "NaN", "0"})
    void whatCannotBeReadIsAsAtFirst(String written) {
        Map<String, String> first = window.remembered();
        assertThat(first).isNotEmpty();
        robot.interact(() -> {
            for (String key : first.keySet()) {
                window.restore(Map.of(key, written));
            }
        });
        assertThat(window.remembered()).isEqualTo(first);
    }

    private void reopen() {
        remembered = onWindow(() -> window.remembered());
        try {
            FxToolkit.setupStage(this::start);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        settle();
    }

    private Object speed() {
        return onWindow(() -> ((ComboBox<?>) styled(".speed")).getValue());
    }

    /** Of the time axis, in pixels. */
    private double axisColumn() {
        return Double.parseDouble(window.remembered().get("zoom"));
    }

    private double height(String lane) {
        return onWindow(() -> node(lane).getLayoutBounds().getHeight());
    }

    private Bounds bounds(String style) {
        return onWindow(() -> {
            Node node = styled(style);
            return node.localToScreen(node.getLayoutBounds());
        });
    }

    /** The divider below a pane. */
    private Point2D below(String style) {
        Bounds pane = bounds(style);
        return new Point2D(pane.getCenterX(), pane.getMaxY() + 2);
    }
}

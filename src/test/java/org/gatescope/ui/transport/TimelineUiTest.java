package org.gatescope.ui.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.axis.Ruler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // start() runs before each test
class TimelineUiTest {
    private final FxRobot robot = new SwiftRobot();
    private final ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(TimeAxis.of(7, 700));
    private final List<Object> heard = new ArrayList<>();
    private Ruler ruler;
    private Transport transport;

    @Start
    void start(Stage stage) {
        ruler = new Ruler(axis, new SimpleObjectProperty<>(Tones.LIGHT));
        ruler.setOnSeek(t -> {
            heard.add(t);
            ruler.currentProperty().set(t);
        });
        transport = new Transport();
        transport
                .phasesProperty()
                .set(List.of(
                        new PlaybackPhase("forward", 100, "forward"), new PlaybackPhase("backward", 114, "backward")));
        transport.positionProperty().set(10);
        transport.setOnMove(heard::add);
        transport.setOnPlay(() -> heard.add("play"));
        transport.setOnScrub(transport.positionProperty()::set);
        stage.setScene(new Scene(new VBox(ruler, transport), 860, 200));
        stage.show();
    }

    @Test
    void aDoubleClickOnTheRulerSeeksAndTheMarkCanBeDragged() {
        robot.clickOn(onRuler(4));
        assertThat(heard).isEmpty();
        robot.doubleClickOn(onRuler(4));
        assertThat(heard).containsExactly(4);
        robot.drag(onRuler(1), MouseButton.PRIMARY).moveTo(onRuler(2)).dropTo(onRuler(3));
        assertThat(heard).containsExactly(4);
        robot.drag(onRuler(4), MouseButton.PRIMARY).moveTo(onRuler(3)).dropTo(onRuler(5));
        assertThat(heard).endsWith(5);
        assertThat(ruler.getAccessibleText()).contains("t = 5");
    }

    @Test
    void theRulerListensToTheKeyboard() {
        robot.doubleClickOn(onRuler(4)).type(KeyCode.RIGHT, KeyCode.HOME, KeyCode.LEFT, KeyCode.END);
        assertThat(heard).containsExactly(4); // those are for playback
        robot.press(KeyCode.CONTROL)
                .type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT)
                .release(KeyCode.CONTROL);
        assertThat(heard).containsExactly(4, 5, 6, 6, 5);
    }

    @Test
    void everyButtonSaysWhatItDoes() {
        for (Move move : Move.values()) {
            robot.clickOn("." + move.key());
        }
        robot.clickOn(".play");
        List<Object> expected = new ArrayList<>(List.of((Object[]) Move.values()));
        expected.add("play");
        assertThat(heard).isEqualTo(expected);
        assertThat(robot.lookup(".round").queryAllAs(Button.class))
                .allMatch(button -> !button.getAccessibleText().isEmpty());
    }

    @Test
    void atTheEndsTheButtonsThatLeadFurtherAreOff() {
        set(() -> transport.positionProperty().set(0));
        assertThat(robot.lookup(".step-back").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup(".step").queryButton().isDisabled()).isFalse();
        set(() -> transport.positionProperty().set(214));
        assertThat(robot.lookup(".step").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup(".start").queryButton().isDisabled()).isFalse();
    }

    @Test
    void draggingTheThumbScrubs() {
        Bounds bar = bounds(robot.lookup(".phase-bar").query());
        robot.drag(robot.lookup(".thumb").<Node>query(), MouseButton.PRIMARY)
                .moveTo(new Point2D(bar.getCenterX(), bar.getCenterY()))
                .dropTo(new Point2D(bar.getMaxX() - 2, bar.getCenterY()));
        assertThat(transport.positionProperty().get()).isEqualTo(214);
        robot.type(KeyCode.DOWN); // left and right are the window's
        assertThat(transport.positionProperty().get()).isEqualTo(213);
    }

    @Test
    void speedsCanBeChosen() {
        robot.clickOn(".speed").type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(transport.speedProperty().get()).isEqualTo(4);
        set(() -> transport.speedProperty().set(0.25));
        assertThat(robot.lookup(".speed").queryComboBox().getValue()).isEqualTo(0.25);
    }

    private Point2D onRuler(int t) {
        return ruler.localToScreen(TimeAxis.HEADING + axis.get().centre(t), ruler.getHeight() / 2);
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private static void set(Runnable change) {
        WaitForAsyncUtils.waitForAsyncFx(5000, change);
        FxEvents.await();
    }
}

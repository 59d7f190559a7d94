package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.gatescope.Wording;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.transport.Transport;
import org.junit.jupiter.api.Test;

/** Playing moves the playhead by itself, both ways, until there is nothing left to play or the window is gone. */
class PlayingTest extends WindowScene {
    @Test
    void spacePlaysAndPauses() {
        speed(60);
        type(KeyCode.HOME, KeyCode.SPACE);
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.pause"));
        await(() -> playhead().position() > 5);
        type(KeyCode.SPACE);
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.play"));
        assertStands();
    }

    @Test
    void theButtonPlaysAndPauses() {
        speed(8);
        type(KeyCode.HOME);
        click(play());
        await(() -> playhead().position() > 1);
        click(play());
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.play"));
        assertStands();
    }

    @Test
    void itPlaysOneOperationAfterTheOtherToTheEndAndStopsThere() {
        speed(60);
        List<Long> places = new ArrayList<>();
        type(KeyCode.HOME);
        robot.interact(() -> workbench.follow(
                (run, playhead) -> places.add(playhead.position()), playhead -> places.add(playhead.position())));
        type(KeyCode.SPACE);
        await(() -> playhead().isAtEnd());
        await(() -> Wording.says(play().getAccessibleText(), "ui.transport:transport.play"));
        assertThat(places).isSorted().first().isEqualTo(0L);
        assertThat(places.getLast()).isEqualTo(33L);
    }

    @Test
    void atTheEndItStartsOver() {
        assertThat(playhead().isAtEnd()).isTrue();
        speed(2);
        type(KeyCode.SPACE);
        assertThat(playhead().position()).isLessThan(20);
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.pause"));
    }

    @Test
    void shiftAndSpacePlayBackwardsToTheStart() {
        speed(15); // slow enough to be seen on the way
        chord(KeyCode.SPACE, KeyCode.SHIFT);
        await(() -> playhead().position() < 30);
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.pause"));
        await(() -> playhead().isAtStart());
        await(() -> Wording.says(play().getAccessibleText(), "ui.transport:transport.play"));
        assertThat(position()).is(saying("ui.window:position.start", 33));
    }

    @Test
    void atTheStartPlayingBackwardsBeginsAtTheEnd() {
        type(KeyCode.HOME);
        speed(2);
        chord(KeyCode.SPACE, KeyCode.SHIFT);
        assertThat(playhead().position()).isGreaterThan(20);
    }

    @Test
    void aStepByHandPauses() {
        speed(4);
        type(KeyCode.HOME, KeyCode.SPACE, KeyCode.RIGHT);
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.play"));
        assertStands();
    }

    @Test
    void theSpeedIsChosenByKeyboardAndCounts() {
        ComboBox<?> choice = (ComboBox<?>) styled(".speed");
        assertThat(choice.getAccessibleText()).is(saying("ui.transport:speed"));
        assertThat(choice.getValue()).isEqualTo(2.0);
        click(choice);
        type(KeyCode.END, KeyCode.UP, KeyCode.ENTER);
        assertThat(choice.getValue()).isEqualTo(60.0);
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.HOME);
        type(KeyCode.SPACE);
        await(() -> playhead().isAtEnd()); // at two a second nobody waits that long
    }

    @Test
    void theKeysOfComparisonChangeTheSpeed() {
        ComboBox<?> choice = (ComboBox<?>) styled(".speed");
        chord(KeyCode.PERIOD, KeyCode.SHIFT);
        assertThat(choice.getValue()).isEqualTo(4.0);
        chord(KeyCode.COMMA, KeyCode.SHIFT);
        chord(KeyCode.COMMA, KeyCode.SHIFT);
        assertThat(choice.getValue()).isEqualTo(1.0);
        for (int i = 0; i < choice.getItems().size(); i++) {
            chord(KeyCode.PERIOD, KeyCode.SHIFT);
        }
        assertThat(choice.getValue()).isEqualTo(Transport.WHOLE_RUN);
        type(KeyCode.HOME, KeyCode.SPACE);
        await(() -> playhead().position() > 2);
    }

    @Test
    void anEditWhilePlayingPlaysOn() {
        speed(4);
        type(KeyCode.HOME, KeyCode.SPACE);
        clickCell("b.h", 0, 0);
        write("3");
        type(KeyCode.ENTER);
        long place = playhead().position();
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.pause"));
        await(() -> playhead().position() > place + 1);
    }

    @Test
    void hidingTheWindowStopsIt() {
        speed(4);
        type(KeyCode.HOME, KeyCode.SPACE);
        robot.interact(stage::hide);
        settle();
        assertThat(play().getAccessibleText()).is(saying("ui.transport:transport.play"));
        assertStands();
    }

    private Button play() {
        return (Button) styled(".play");
    }

    @SuppressWarnings("unchecked")
    private void speed(double operations) {
        robot.interact(() -> ((ComboBox<Double>) styled(".speed")).setValue(operations));
    }

    private void assertStands() {
        speed(60);
        long place = playhead().position();
        FxEvents.awaitFrames(6); // in which a playhead that moves would be some operations further
        assertThat(playhead().position()).isEqualTo(place);
    }
}

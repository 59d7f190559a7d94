package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;
import org.gatescope.lesson.Example;
import org.gatescope.session.Afterglow;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

/** What an edit changed is outlined for a while, by a clock that only this test moves. */
class ChangedNumbersTest extends WindowScene {
    private static final TableId BIAS = new TableId.Parameter("0.forward.b.h");

    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    protected Afterglow.Delay glowing() {
        return action -> {
            waiting.add(action);
            return (Subscription) () -> waiting.remove(action);
        };
    }

    @Test
    void theSquaresAndCellsThatAnEditChangedAreOutlinedForAWhile() {
        editBias("0,5");
        assertThat(squaresOutlined()).isTrue();
        assertThat(outlined("b.h")).isTrue();
        assertThat(outlined("input")).isFalse();
        timePasses();
        assertThat(squaresOutlined()).isFalse();
        assertThat(outlined("b.h")).isFalse();
    }

    @Test
    void anotherEditBeginsAnew() {
        editBias("0,5");
        editBias("0,6");
        assertThat(waiting).hasSize(1);
        assertThat(squaresOutlined()).isTrue();
    }

    @Test
    void undoAndRedoShowWhatTheyChange() {
        editBias("0,5");
        timePasses();
        act(workbench::undo);
        assertThat(squaresOutlined()).isTrue();
        timePasses();
        act(workbench::redo);
        assertThat(squaresOutlined()).isTrue();
    }

    /** A drag or a training would outline everything, frame after frame. */
    @Test
    void aGestureOutlinesNothing() {
        Object gesture = new Object();
        for (int i = 1; i < 4; i++) {
            double bias = i;
            act(() ->
                    workbench.edit("drag", gesture, session -> session.edit(BIAS, matrix -> matrix.with(0, 0, bias))));
            assertThat(waiting).isEmpty();
            assertThat(squaresOutlined()).isFalse();
        }
    }

    @Test
    void whatIsOpenedIsNoEdit() {
        openExample(Example.SENTENCE);
        assertThat(waiting).isEmpty();
    }

    private void editBias(String number) {
        clickCell("b.h", 0, 0);
        write(number);
        type(KeyCode.ENTER);
    }

    private void timePasses() {
        act(() -> List.copyOf(waiting).forEach(Runnable::run));
    }

    private void act(Runnable action) {
        onWindow(Executors.callable(action));
        settle();
    }

    private boolean squaresOutlined() {
        return onWindow(() -> every(".marks").stream().anyMatch(Node::isVisible));
    }

    private boolean outlined(String table) {
        return onWindow(() -> grid(table).isOutlining());
    }
}

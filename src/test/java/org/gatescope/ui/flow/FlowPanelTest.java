package org.gatescope.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import org.gatescope.Wording;
import org.gatescope.lesson.Example;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Background;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;

class FlowPanelTest {
    private static final TableId WH = new TableId.Parameter("0.forward.Wh.i");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Workbench workbench = new Workbench(Example.SENTENCE.session(), Runnable::run, Runnable::run);
    private final Desk desk = Desk.over(workbench, new Background(waiting::add, Runnable::run), Theme.LIGHT);

    private FlowPanel panel() {
        return new FlowPanel(
                desk,
                new SimpleObjectProperty<>(TimeAxis.of(workbench.session().get().steps(), 30)));
    }

    private void edit() {
        workbench.edit("weights", session -> session.edit(WH, table -> table.map(value -> value * 1.2 + 0.05)));
    }

    /** As in a training, where a run comes with each frame. */
    @Test
    void whileRunsComeFastTheFlowOfSomeIsShown() throws Exception {
        Offscreen.call(() -> {
            FlowPanel flow = panel();
            flow.activeProperty().set(true);
            edit();
            edit();
            edit();
            waiting.remove().run();
            assertThat(flow.getAccessibleText()).is(holding("ui.flow:flow.reading"));
            String first = flow.getAccessibleText();
            waiting.remove().run();
            assertThat(flow.getAccessibleText()).isNotEqualTo(first);
            assertThat(waiting).isEmpty();
            flow.close();
            return null;
        });
    }

    /** The flow of one cell beside that of another. */
    @Test
    void whatIsKeptIsComparedWithUntilItIsLetGo() throws Exception {
        Offscreen.call(() -> {
            FlowPanel flow = panel();
            ToggleButton keep = (ToggleButton) flow.lookup("#keep-flow");
            assertThat(keep.isDisabled()).isTrue();
            flow.activeProperty().set(true);
            waiting.remove().run();
            keep.fire();
            workbench.open("another", Example.VANISHING_LSTM.session());
            waiting.remove().run();
            String title = Example.SENTENCE.session().title();
            assertThat(flow.getAccessibleText())
                    .is(holding("ui.flow:flow.compared", Wording.text("ui.flow:flow.kept", title, "LSTM")));
            keep.fire();
            assertThat(flow.getAccessibleText()).doesNotContain(title);
            flow.close();
            return null;
        });
    }

    @Test
    void whatWasHiddenWhileItWasLookedForIsLookedForAgain() throws Exception {
        Offscreen.call(() -> {
            FlowPanel flow = panel();
            flow.activeProperty().set(true);
            flow.activeProperty().set(false);
            waiting.remove().run();
            assertThat(waiting).isEmpty();
            flow.activeProperty().set(true);
            waiting.remove().run();
            assertThat(flow.getAccessibleText()).is(holding("ui.flow:flow.reading"));
            flow.close();
            return null;
        });
    }
}

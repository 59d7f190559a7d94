package org.gatescope.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;

/** Of cells of one's own, whose layout takes its time. */
class DiagramLayingOutTest {
    private static final Cell FIRST = Cell.parse("state h\nh' = tanh(h @ Wh + sigmoid(x @ Wx) * h)");
    private static final Cell SECOND = Cell.parse("state h\nh' = sigmoid(x @ Wx) * tanh(h @ Wh)");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Workbench workbench = new Workbench(twoLayers(), Runnable::run, Runnable::run);
    private final Desk desk = Desk.over(workbench, new Background(waiting::add, Runnable::run), Theme.LIGHT);

    private static Session twoLayers() {
        List<Layer> layers = List.of(new Layer(FIRST, 3, Directions.FORWARD), new Layer(SECOND, 3, Directions.FORWARD));
        return Session.zeros("own", new Network(2, layers, Optional.empty()), 1, 4);
    }

    private static boolean isDrawn(DiagramPanel panel) {
        DiagramView view = (DiagramView) panel.lookup(".cell-diagram");
        return view.prefHeight(400) > 0 && !view.isDisable();
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void whileRunsComeFastTheLayoutIsNotBegunAnew() throws Exception {
        Offscreen.call(() -> {
            DiagramPanel panel = new DiagramPanel(desk);
            TableId input = new TableId.Input(0);
            for (int i = 0; i < 3; i++) {
                workbench.edit("input", session -> session.edit(input, table -> table.map(value -> value + 1)));
            }
            assertThat(isDrawn(panel)).isFalse();
            int begun = waiting.size();
            for (int i = 0; i < begun; i++) {
                waiting.remove().run();
            }
            assertThat(isDrawn(panel)).isTrue();
            panel.close();
            return null;
        });
    }

    /** Nothing below it jumps up and down. */
    @Test
    void untilTheNextDiagramIsThereTheOneBeforeStaysAsHigh() throws Exception {
        Offscreen.call(() -> {
            DiagramPanel panel = new DiagramPanel(desk);
            finish();
            double before = panel.prefHeight(400);
            desk.selection().part().set("1.forward");
            assertThat(isDrawn(panel)).isFalse();
            assertThat(panel.prefHeight(400)).isEqualTo(before);
            finish();
            assertThat(isDrawn(panel)).isTrue();
            panel.close();
            return null;
        });
    }

    @Test
    void aCellThatWasThereBeforeKeepsItsLayout() throws Exception {
        Offscreen.call(() -> {
            DiagramPanel panel = new DiagramPanel(desk);
            finish();
            desk.selection().part().set("1.forward");
            int forAnother = waiting.size();
            assertThat(isDrawn(panel)).isFalse();
            finish();
            desk.selection().part().set("0.forward");
            assertThat(waiting).as("no layout").hasSize(forAnother - 1);
            finish();
            assertThat(isDrawn(panel)).isTrue();
            panel.close();
            return null;
        });
    }
}

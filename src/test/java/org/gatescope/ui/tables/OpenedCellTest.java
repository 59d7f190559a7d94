package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** A number that is opened anywhere comes into view in the table that it stands in. */
class OpenedCellTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.AGREEMENT.session();
    }

    @Test
    void aTableFarBelowIsScrolledTo() {
        opens("upstream gradient", new Given(new TableId.Upstream(0), 5, 4), 5, 4);
        opens("Wx.o", new Given(new TableId.Parameter("0.forward.Wx.o"), 0, 0), 0, 0);
    }

    @Test
    void aLongTableIsScrolledToItsCell() {
        robot.interact(() -> workbench.open("", Example.VANISHING_RNN.session()));
        opens("input", new Given(new TableId.Input(0), 19, 4), 19, 4);
    }

    private void opens(String table, NumberId number, int row, int column) {
        robot.interact(() -> window.selection().opened().set(number));
        settle();
        Bounds pane = onWindow(() -> {
            Bounds whole = styled(".tables-panel").getBoundsInLocal();
            return styled(".tables-panel").localToScreen(whole);
        });
        assertThat(pane.contains(cell(table, row, column))).as(table).isTrue();
    }
}

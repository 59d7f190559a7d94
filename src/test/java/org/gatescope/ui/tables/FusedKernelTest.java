package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** Weights of all gates are pasted into the table of one. Each number of the kernel says where it stands: 100 · row + column. */
class FusedKernelTest extends WindowScene {
    private static final int UNITS = 2;
    private static final int INPUTS = 3;

    @Override
    protected Session first() {
        return Session.zeros("", BuiltInCells.cell("lstm"), 1, 2, INPUTS, UNITS);
    }

    @Test
    void aKernelIsSplitInTheOrderThatIsChosen() {
        pasteInto("Wx.f", kernel(INPUTS, 4 * UNITS));
        assertThat(offers()).hasSize(3);
        assertThat(offers().getFirst()).contains("i f g o").contains("Keras");
        choose(0);
        assertThat(session().table(new TableId.Parameter("0.forward.Wx.i"))).isEqualTo(Matrix.of(new double[][] {
            {0, 1}, {100, 101}, {200, 201}
        }));
        assertThat(session().table(new TableId.Parameter("0.forward.Wx.f"))).isEqualTo(Matrix.of(new double[][] {
            {2, 3}, {102, 103}, {202, 203}
        }));
        assertThat(session().table(new TableId.Parameter("0.forward.Wx.o"))).isEqualTo(Matrix.of(new double[][] {
            {6, 7}, {106, 107}, {206, 207}
        }));
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(first(session()));
    }

    @Test
    void aTransposedKernelIsKnownByItsShape() {
        pasteInto("Wx.i", kernel(4 * UNITS, INPUTS));
        choose(1); // ONNX: i o f g
        assertThat(session().table(new TableId.Parameter("0.forward.Wx.o"))).isEqualTo(Matrix.of(new double[][] {
            {200, 300}, {201, 301}, {202, 302}
        }));
        assertThat(session().table(new TableId.Parameter("0.forward.Wx.g"))).isEqualTo(Matrix.of(new double[][] {
            {600, 700}, {601, 701}, {602, 702}
        }));
    }

    @Test
    void whatIsNoKernelIsRefusedAsBefore() {
        pasteInto("Wx.i", kernel(INPUTS, 3 * UNITS));
        assertThat(session()).isEqualTo(first(session()));
        assertThat(refusal()).contains("6 columns");
    }

    @Test
    void ofSeveralArraysOneIsChosen() {
        pasteInto("Wx.i", "[array([[1., 2.], [3., 4.], [5., 6.]]), array([7., 8.])]");
        assertThat(offers()).hasSize(2);
        choose(1);
        assertThat(session().table(new TableId.Parameter("0.forward.Wx.i"))).isEqualTo(Matrix.of(new double[][] {
            {7, 8}, {0, 0}, {0, 0}
        }));
    }

    private Session first(Session like) {
        return first().withTitle(like.title());
    }

    private void pasteInto(String table, String text) {
        copyToClipboard(text);
        click(node("gate-" + table.substring(table.indexOf('.') + 1)));
        robot.interact(() -> ((TableCard) node("table-" + table)).grid().requestFocus());
        chord(KeyCode.V, KeyCode.CONTROL);
    }

    private static String kernel(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(r -> IntStream.range(0, columns)
                        .mapToObj(c -> Integer.toString(100 * r + c))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(",\n", "array([", "])"));
    }

    private List<String> offers() {
        return onWindow(() -> menu().getItems().stream().map(MenuItem::getText).toList());
    }

    private void choose(int offer) {
        for (int i = 0; i < offer; i++) {
            type(KeyCode.DOWN);
        }
        type(KeyCode.ENTER);
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String refusal() {
        return onWindow(() -> Window.getWindows().stream()
                .filter(shown -> shown.isShowing() && shown instanceof Tooltip)
                .map(Tooltip.class::cast)
                .filter(note -> note.getStyleClass().contains("refusal"))
                .map(Tooltip::getText)
                .findFirst()
                .orElse(""));
    }
}

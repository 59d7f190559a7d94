package org.gatescope.ui.equations;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Debugging;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;

/** Pictures of the panel: {@code EquationsGallery FOLDER}. */
final class EquationsGallery {
    private EquationsGallery() {}

    static String longCell(int lines) {
        return "# A long cell\nstate h\n"
                + IntStream.range(0, lines)
                        .mapToObj(i -> "a" + i + " = sigmoid(x @ Wx.a" + i + " + h @ Wh.a" + i + " + b.a" + i
                                + (i > 0 ? " + a" + (i - 1) + " * p" : "") + ") + 0.5 * tanh(h * q) ^ 2")
                        .collect(Collectors.joining("\n"))
                + "\nh' = a" + (lines - 1);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        for (Theme theme : Theme.values()) {
            NodeImage.write(Offscreen.call(() -> picture(theme)), folder.resolve(theme + ".png"));
        }
        System.exit(0);
    }

    private static javafx.scene.image.WritableImage picture(Theme theme) {
        theme.apply();
        HBox all = new HBox(20);
        Session lstm = Example.of("sentence").map(Example::session).orElseThrow();
        Session read = Reshape.withReadOut(
                        lstm,
                        java.util.Optional.of(new org.gatescope.engine.ReadOut(
                                7, true, org.gatescope.engine.ReadOut.Activation.SOFTMAX)))
                .change()
                .session();
        Session gru = Example.SMALL_SEQUENCE_GRU.session();
        Session own = Reshape.withLayer(lstm, 0, new Layer(Cell.parse(longCell(120)), 6, Layer.Directions.FORWARD))
                .change()
                .session();
        List<VBox> columns = List.of(
                column(
                        320,
                        panel(theme, lstm, "0.forward", Phase.FORWARD, 3, 6),
                        panel(theme, lstm, "0.forward", Phase.BACKWARD, 3, 20)),
                column(
                        420,
                        panel(theme, lstm, "0.forward", Phase.BACKWARD, 3, 3),
                        edited(panel(theme, lstm, "0.forward", Phase.BACKWARD, 2, 30), "c' = f*c + (1-f)*g")),
                column(
                        320,
                        panel(theme, gru, "0.forward", Phase.FORWARD, 1, 12),
                        panel(theme, read, "dense", Phase.LOSS, 3, 1),
                        panel(theme, read, "dense", Phase.BACKWARD, 3, 2)),
                column(
                        420,
                        panel(theme, own, "0.forward", Phase.FORWARD, 1, 400),
                        edited(panel(theme, own, "0.forward", Phase.BACKWARD, 1, 300), "i = sigmod(x @ Wx.i)")));
        all.getChildren().addAll(columns);
        all.setStyle("-fx-padding: 16px; -fx-background-color: -gs-panel");
        return NodeImage.of(all, 1620, 1150);
    }

    private static EquationsPanel edited(EquationsPanel panel, String line) {
        ((ToggleButton) find(panel, "edit-equations")).setSelected(true);
        javafx.scene.control.TextArea area = (javafx.scene.control.TextArea) find(panel, "cell-source");
        String text = area.getText();
        String name = line.substring(0, line.indexOf(" ="));
        String changed = text.lines()
                .filter(old -> !(name.equals("c'") && old.startsWith("i ")))
                .map(old -> old.startsWith(name + " ") ? line : old)
                .collect(Collectors.joining("\n"));
        area.setText(changed.equals(text) ? text + "\n" + line : changed);
        return panel;
    }

    private static javafx.scene.Node find(javafx.scene.Parent in, String id) {
        return in.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static VBox column(double width, EquationsPanel... panels) {
        VBox column = new VBox(24, panels);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    private static EquationsPanel panel(
            Theme theme, Session session, String part, Phase phase, int step, int operation) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        Desk desk = Desk.over(workbench, Background.atOnce(), theme);
        workbench.move(Playhead::toStart);
        workbench.move(now -> now.atOperation(phase, part, step, operation));
        desk.selection().part().set(part);
        EquationsPanel panel =
                new EquationsPanel(desk, new OwnCells(Path.of("target/no-such-folder")), new Debugging());
        panel.setMinHeight(Region.USE_PREF_SIZE);
        return panel;
    }
}

package org.gatescope.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.ClippedControls;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;

/**
 * A program of its own, as texts stay with the classes that asked for them: it opens every room on some sessions and
 * prints what is clipped there. Its first line is a text, to tell the language by.
 */
final class WindowOfLongTexts {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private WindowOfLongTexts() {}

    public static void main(String[] folder) throws Exception {
        System.out.println(Texts.of(MainWindow.class).get("gallery"));
        List<Session> sessions =
                List.of(Example.SMALL_SEQUENCE.session(), Example.THREE_SENTENCES.session(), Task.ECHO.session(1));
        Offscreen.call(() -> {
            Theme.LIGHT.apply();
            sessions.stream()
                    .flatMap(session -> clipped(session, Path.of(folder[0])))
                    .forEach(System.out::println);
            return true;
        });
        System.exit(0);
    }

    /**
     * The title and the playhead's position are as long as what they name. Each says all of it when the mouse rests there.
     */
    private static boolean hasTheWholeInItsTip(Node node) {
        boolean isKnown = "title".equals(node.getId()) || node.getStyleClass().contains("position-text");
        return isKnown
                && node instanceof Label label
                && label.getTooltip() != null
                && label.getTooltip().getText().equals(label.getText());
    }

    private static Stream<String> clipped(Session session, Path ownCells) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        workbench.move(now -> now.at(now.schedule().length()));
        MainWindow window = new MainWindow(
                Desk.over(workbench, Background.atOnce(), Theme.LIGHT),
                Runnable::run,
                new OwnCells(ownCells),
                Arrangement.FIRST);
        Scene scene = new Scene(window.root(), WIDTH, HEIGHT);
        List<String> found = Rooms.keys().stream()
                .flatMap(room -> {
                    window.showRoom(room);
                    for (int pass = 0; pass < 2; pass++) {
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                    }
                    return ClippedControls.in(window.root(), WindowOfLongTexts::hasTheWholeInItsTip)
                            .map(clipped -> session.title() + ", " + room + ", " + clipped);
                })
                .toList();
        return found.stream();
    }
}

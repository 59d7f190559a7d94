package org.gatescope.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.ClippedControls;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;

/**
 * A program of its own, as texts stay with the classes that asked for them: it opens every room on some sessions and
 * prints what is clipped there, and in what hangs over the window. Its first line is a text, to tell the language by.
 */
final class WindowOfLongTexts {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** Buttons that bring up a page of its own over the window. */
    private static final List<String> OPENERS = List.of("help", "draw", "input-text", "input-array");

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
        clippedPopups(Path.of(folder[0])).forEach(System.out::println);
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
        Desk desk = desk(session);
        MainWindow window = window(desk, ownCells);
        Scene scene = new Scene(window.root(), WIDTH, HEIGHT);
        List<String> found = new ArrayList<>(inAllRooms(window, session.title()));
        desk.selection().part().set(Selection.INPUT);
        found.addAll(inAllRooms(window, session.title() + ", input"));
        if (session.objective().isPresent()) {
            desk.selection().part().set(ReadOut.KEY);
            desk.selection().opened().set(new NumberId.Loss());
            found.addAll(inAllRooms(window, session.title() + ", read-out"));
        }
        scene.setRoot(new Region());
        return found.stream();
    }

    private static Desk desk(Session session) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        workbench.move(now -> now.at(now.schedule().length()));
        return Desk.over(workbench, Background.atOnce(), Theme.LIGHT);
    }

    private static MainWindow window(Desk desk, Path ownCells) {
        return new MainWindow(desk, Runnable::run, new OwnCells(ownCells), Arrangement.FIRST);
    }

    private static List<String> inAllRooms(MainWindow window, String state) {
        return Rooms.keys().stream()
                .flatMap(room -> {
                    window.showRoom(room);
                    unfold(window.root());
                    layOut(window.root());
                    return ClippedControls.in(window.root(), WindowOfLongTexts::hasTheWholeInItsTip)
                            .map(clipped -> state + ", " + room + ", " + clipped);
                })
                .toList();
    }

    private static void unfold(Parent root) {
        root.lookupAll(".titled-pane").forEach(pane -> ((TitledPane) pane).setExpanded(true));
    }

    private static void layOut(Parent root) {
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    /** What hangs over the window: it is as large as its content, whatever the window's size. */
    private static List<String> clippedPopups(Path ownCells) throws Exception {
        MainWindow window = Offscreen.call(() -> shown(ownCells));
        List<String> found = new ArrayList<>();
        for (String button : OPENERS) {
            Offscreen.call(() -> {
                ((ButtonBase) window.root().lookup("#" + button)).fire();
                return true;
            });
            FxEvents.await(3);
            Offscreen.call(() -> found.addAll(inPopups(button)));
        }
        return found;
    }

    private static MainWindow shown(Path ownCells) {
        MainWindow window = window(desk(Example.THREE_SENTENCES.session()), ownCells);
        Stage stage = new Stage();
        stage.setScene(new Scene(window.root(), 1000, 800));
        stage.show();
        layOut(window.root());
        return window;
    }

    private static List<String> inPopups(String button) {
        List<PopOver> shown = Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(PopOver.class::cast)
                .toList();
        List<String> found = shown.isEmpty()
                ? List.of(button + " opens nothing")
                : shown.stream()
                        .flatMap(WindowOfLongTexts::clipped)
                        .map(what -> button + ", " + what)
                        .toList();
        shown.forEach(popOver -> popOver.hide(Duration.ZERO));
        return found;
    }

    private static Stream<String> clipped(PopOver popOver) {
        Parent root = popOver.getScene().getRoot();
        layOut(root);
        return ClippedControls.in(root, node -> false);
    }
}

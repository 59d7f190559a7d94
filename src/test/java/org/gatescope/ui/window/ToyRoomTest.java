package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.toy.ToyRoom;
import org.junit.jupiter.api.Test;

/** Another room at the right takes a class, its texts, and one line in the list of rooms. */
class ToyRoomTest {
    private static final RoomOffer TOY = new RoomOffer("toy", ToyRoom.TEXTS, parts -> new ToyRoom(parts.desk()));

    private static final Path SOURCE = Path.of("src/test/java/org/gatescope/ui/toy/ToyRoom.java");
    private static final Path WORDS = Path.of("src/test/resources/org/gatescope/ui/toy/texts.properties");

    private final Workbench workbench = new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);

    private MainWindow window() {
        List<RoomOffer> rooms = new ArrayList<>(Rooms.ALL.subList(0, 4)); // there are keys for five
        rooms.add(TOY);
        Desk desk = Desk.over(workbench, Background.atOnce(), Theme.LIGHT);
        MainWindow window =
                new MainWindow(desk, Runnable::run, new OwnCells(Path.of("target", "cells")), Arrangement.FIRST, rooms);
        new Scene(window.root(), 900, 700);
        return window;
    }

    /** What is in a pane is found once the pane has its skin. */
    private static Node node(MainWindow window, String id) {
        window.root().applyCss();
        return window.root().lookup("#" + id);
    }

    private static <T> T onWindow(Callable<T> question) throws Exception {
        return Offscreen.call(question);
    }

    @Test
    void itTakesFewLines() throws IOException {
        assertThat(Files.readAllLines(SOURCE).size() + Files.readAllLines(WORDS).size() + 1)
                .isLessThan(60);
    }

    @Test
    void itIsShownByItsButtonAndRemembered() throws Exception {
        onWindow(() -> {
            MainWindow window = window();
            ToggleButton button = (ToggleButton) node(window, "room-toy");
            assertThat(button.getText()).isEqualTo(TOY.name());
            button.fire();
            assertThat(window.arrangement().room()).isEqualTo("toy");
            assertThat(window.room("toy").activeProperty().get()).isTrue();
            assertThat(window.room("cell").activeProperty().get()).isFalse();
            return null;
        });
    }

    @Test
    void itHasAKeyThatItsTipSays() throws Exception {
        onWindow(() -> {
            ToggleButton button = (ToggleButton) node(window(), "room-toy");
            assertThat(button.getTooltip().getText()).startsWith(TOY.tip()).contains("9");
            return null;
        });
    }

    @Test
    void itFollowsTheRunUntilTheWindowIsClosed() throws Exception {
        onWindow(() -> {
            MainWindow window = window();
            window.showRoom("toy");
            Label line = (Label) node(window, "toy");
            String first = line.getText();
            workbench.open("another", Example.SENTENCE.session());
            String second = line.getText();
            assertThat(second).isNotEqualTo(first);
            window.close();
            workbench.undo();
            assertThat(line.getText()).isEqualTo(second);
            return null;
        });
    }
}

package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.gatescope.Wording.holding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Own cells in a layer's choice of cells. */
@SuppressWarnings("NullAway.Init")
class OwnCellChoiceTest {
    private final FxRobot robot = new SwiftRobot();
    private final List<String> notices = new ArrayList<>();
    private Workbench workbench;
    private OwnCells cells;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::start);
    }

    private void start(Stage stage) {
        Theme.LIGHT.apply();
        workbench = new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);
        cells = new OwnCells(folder);
        Desk desk = Desk.over(workbench, Background.atOnce(), Theme.LIGHT);
        desk.notices().latest().subscribe((before, now) -> notices.add(now.text()));
        TablesPanel panel = new TablesPanel(desk);
        panel.setOwnCells(cells);
        stage.setScene(new Scene(panel, 400, 900));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.toFront();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    @Test
    void theyAreChosenLikeTheOthersAndGoWithTheirFile() throws IOException {
        cells.save("slow", "state h\nh' = 0.9 * h + 0.1 * tanh(x @ Wx.h + u)");
        Files.writeString(folder.resolve("typo.cell"), "state h\nh' = tahn(x)");

        robot.clickOn("#cell");
        Node own = robot.lookup("#cell-own-slow").query();
        robot.interact(own::requestFocus); // scrolls to it
        FxEvents.settle();
        robot.clickOn(own);
        FxEvents.await(3);

        assertThat(workbench
                        .session()
                        .get()
                        .network()
                        .layers()
                        .getFirst()
                        .cell()
                        .title())
                .isEqualTo("slow");
        assertThat(notices)
                .singleElement(STRING)
                .is(holding("ui.words:change.added", "u", null))
                .is(holding("ui.words:change.lost"));
        robot.clickOn("#cell");
        robot.write("typo");
        Button broken = robot.lookup("#cell-own-typo").queryButton();
        assertThat(broken.isDisabled()).isTrue();
        assertThat(broken.getAccessibleText()).contains("tanh");
        robot.type(KeyCode.ENTER); // which chooses nothing
        assertThat(broken.isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);

        cells.all().forEach(this::delete);
        robot.clickOn("#cell");
        FxEvents.await(3);
        assertThat(robot.lookup(".cells-entry").queryAllAs(Button.class))
                .isNotEmpty()
                .noneMatch(entry -> entry.getId().startsWith("cell-own"));
        robot.type(KeyCode.ESCAPE);
    }

    private void delete(OwnCells.OwnCell own) {
        try {
            cells.delete(own);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

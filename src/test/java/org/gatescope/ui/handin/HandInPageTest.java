package org.gatescope.ui.handin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.NewSession;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a class handed in is read with the mouse and the keyboard. */
@SuppressWarnings("NullAway.Init")
class HandInPageTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new SwiftRobot();
    private final List<Path> opened = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private Stage stage;

    private final class Hosting implements HandInPage.Host {
        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public List<Path> folder() {
            return List.of(folder);
        }

        @Override
        public Optional<SavedSession> reference() {
            return Optional.empty();
        }

        @Override
        public void open(Path file) {
            opened.add(file);
        }

        @Override
        public String write(String name, String csv) {
            written.add(csv);
            return "The table is written.";
        }
    }

    @BeforeEach
    void prepare() throws Exception {
        FxToolkit.registerPrimaryStage();
        SavedSession saved = SessionJson.read(FinishedLesson.ONE_NUMBER.file());
        write(saved, "anna", Map.of(0, "2", 1, "positive"));
        write(saved, "ben", Map.of(0, "1", 1, "positive"));
        write(saved, "cem", Map.of(0, "17.5"));
        Files.writeString(folder.resolve("torn.gatescope"), "{");
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Workbench workbench = new Workbench(NewSession.create("new"), Runnable::run, Runnable::run);
            Stage opened =
                    HandInWindow.open(Desk.over(workbench, Background.atOnce(), Theme.LIGHT), on -> new Hosting());
            opened.setX(0);
            opened.setY(0);
            return opened;
        });
    }

    private void write(SavedSession saved, String name, Map<Integer, String> answers) throws Exception {
        OpenLesson lesson = new OpenLesson(saved.lesson().orElseThrow().lesson(), 0, answers, saved.session());
        SessionFile.write(
                new SavedSession(saved.session(), 0, List.of(), List.of(), Map.of(), Optional.of(lesson)),
                folder.resolve(name + SessionFile.ENDING));
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(stage::close);
        FxToolkit.cleanupStages();
    }

    private Node node(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private List<String> names() {
        return ((TableView<?>) node("#hand-in-table"))
                .getItems().stream().map(row -> ((HandedIn) row).name()).toList();
    }

    private boolean says(String words) {
        return node("#handed-in").lookupAll(".label").stream()
                .anyMatch(label -> label instanceof Label said && said.getText().contains(words));
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theTableIsSortedReadAndItsFilesOpened() {
        robot.clickOn("#hand-in-folder");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(says("One number remembered: 3 files handed in")).isTrue();
        assertThat(names()).containsExactly("anna", "ben", "cem", "torn");
        assertThat(says("1 × That is the input itself."))
                .as("the known mistake, counted")
                .isTrue();

        sortByScore();
        assertThat(names())
                .as("what is not read, then the fewest right ones")
                .containsExactly("torn", "cem", "ben", "anna");

        robot.clickOn("ben");
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertThat(says("Step 1: What is the state h_0 after step 0?")).isTrue();
        assertThat(says("It is multiplied by the weight 2"))
                .as("what the learner read")
                .isTrue();
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(folder.resolve("ben.gatescope"));

        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(says("not valid JSON")).as("why a file is not read").isTrue();
        robot.clickOn("#hand-in-named").clickOn("#hand-in-export");
        assertThat(written).singleElement().asString().startsWith("file,step 1").contains("anna,2,right");
    }

    private void sortByScore() {
        robot.interact(() -> sort((TableView<?>) node("#hand-in-table")));
    }

    private static <R> void sort(TableView<R> table) {
        table.getSortOrder().setAll(List.of(table.getColumns().get(1)));
    }
}

package org.gatescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.gatescope.format.data.Role;
import org.gatescope.format.data.TextForm.Separator;
import org.gatescope.lesson.NewSession;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.ui.data.ImportController;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init")
class DataImportTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private Workbench workbench;
    private ImportController imports;

    @BeforeEach
    void prepare() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupSceneRoot(() -> {
            MenuButton menu = new MenuButton("File");
            workbench = new Workbench(NewSession.create("new"), Runnable::run, Runnable::run);
            Desk desk = Desk.over(workbench, new Background(Runnable::run, Runnable::run), Theme.LIGHT);
            imports = new ImportController(desk, menu, text -> {});
            StackPane root = new StackPane(menu);
            StackPane.setAlignment(menu, Pos.TOP_LEFT); // a headless screen takes nothing that reaches over its edge
            root.setPrefSize(1200, 700);
            return root;
        });
        FxToolkit.setupStage(stage -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1200);
            stage.setHeight(700);
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(imports::close);
        FxToolkit.cleanupStages();
    }

    private void open(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("data.csv"), text);
        robot.interact(() -> imports.open(List.of(file)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot().lookup("#" + id))
                .filter(Objects::nonNull)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private boolean isOpen() {
        return Window.getWindows().stream()
                .anyMatch(window -> window.getScene().getRoot().lookup("#import-use") != null);
    }

    private String says() {
        return find("import-says", Label.class).getText();
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        robot.interact(() -> ((ChoiceBox<T>) find(id, ChoiceBox.class)).setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final String STATIONS =
            "station;temp;state\na;1,5;cold\na;2,5;cold\nb;20;warm\nb;30;warm\nb;25;warm\n";

    @Test
    void whatIsRecognisedIsTakenWithTheKeyboardAloneAndUndone() throws Exception {
        Session before = workbench.session().get();
        open(STATIONS);
        assertThat(says()).contains("2 sequences").contains("1 input").contains("2 outputs");
        assertThat(find("import-separator", ChoiceBox.class).getValue()).isEqualTo(Separator.SEMICOLON);
        assertThat(find("import-role-0", ChoiceBox.class).getValue()).isEqualTo(Role.SEQUENCE);
        assertThat(find("import-use", Button.class).isFocused()).isTrue();
        robot.interact(() -> find("import-use", Button.class).fire());
        assertThat(isOpen()).isFalse();
        Session made = workbench.session().get();
        assertThat(made.title()).isEqualTo("data");
        assertThat(made.lengths()).containsExactly(2, 3);
        assertThat(made.network().layers()).isEqualTo(before.network().layers());
        assertThat(made.network().readOut().orElseThrow().everyStep()).isFalse();
        assertThat(made.features()
                        .inputs()
                        .getFirst()
                        .original(made.numbers().input().get(0, 0)))
                .isEqualTo(1.5);
        assertThat(workbench.shown().get().run().nonFinite()).isEmpty();
        robot.interact(workbench::undo);
        assertThat(workbench.session().get()).isSameAs(before);
    }

    @Test
    void allOfItCanBeChangedAndProblemsAreSaid() throws Exception {
        open(STATIONS);
        choose("import-role-1", Role.UNUSED);
        assertThat(says()).startsWith("No column is an input");
        assertThat(find("import-use", Button.class).isDisabled()).isTrue();
        choose("import-role-1", Role.INPUT);
        choose("import-role-0", Role.INPUT);
        assertThat(says()).contains("1 sequence").contains("3 inputs");
        choose("import-separator", Separator.NONE);
        assertThat(says()).contains("1 sequence");
        choose("import-separator", Separator.COMMA);
        assertThat(says()).contains("line 2 has 2 cells where the first has 1");
        choose("import-separator", Separator.SEMICOLON);
        robot.interact(() -> find("import-header", CheckBox.class).setSelected(false));
        assertThat(find("import-files", Label.class).getText()).contains("6 rows");
    }

    @Test
    void sequencesAreKeptForTesting() throws Exception {
        StringBuilder text = new StringBuilder("id,x,y\n");
        for (int n = 0; n < 10; n++) {
            text.append(n).append(",0.5,0.25\n").append(n).append(",0.25,1\n");
        }
        open(text.toString());
        TextField tests = find("import-tests", TextField.class);
        assertThat(tests.getText()).isEqualTo("2");
        robot.interact(() -> {
            tests.requestFocus();
            tests.setText("three");
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(says()).contains("“three” is not a number of sequences");
        robot.interact(() -> {
            tests.requestFocus();
            tests.setText("3");
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(says()).contains("3 for testing");
        robot.interact(() -> find("import-use", Button.class).fire());
        assertThat(workbench.session().get().objective().orElseThrow().split().of(10))
                .isEqualTo(3);
    }

    @Test
    void aFileThatCannotBeReadOpensNothing() throws Exception {
        robot.interact(() -> imports.open(List.of(folder.resolve("none.csv"))));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void escapeLeavesTheSessionAsItIs() throws Exception {
        Session before = workbench.session().get();
        open(STATIONS);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !isOpen());
        assertThat(workbench.session().get()).isSameAs(before);
    }
}

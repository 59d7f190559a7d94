package org.gatescope.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gatescope.Wording;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.format.code.SessionCode;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Workbench;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program of a session, by keys and pointer. */
@SuppressWarnings("NullAway.Init")
class CodePanelTest {
    private static final String PART = "0.forward";

    private final FxRobot robot = new SwiftRobot();
    private final List<String> saved = new ArrayList<>();
    private Workbench workbench;
    private CodePanel panel;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::start);
        FxEvents.settle();
    }

    private void start(Stage stage) {
        Theme.LIGHT.apply();
        workbench = new Workbench(Example.AGREEMENT.session(), Runnable::run, Runnable::run);
        panel = new CodePanel(Desk.over(workbench, Background.atOnce(), Theme.LIGHT), CodeTarget.NUMPY);
        panel.setOnSave(
                (run, target) -> saved.add(target + " of " + run.session().title()));
        Shortcuts keys = new Shortcuts();
        panel.addShortcuts(keys);
        keys.listenOn(panel);
        stage.setScene(new Scene(panel, 800, 600));
        stage.setX(100);
        stage.setY(100); // a choice hangs above it, too
        stage.show();
        stage.toFront();
        panel.begin();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        panel.close();
        FxToolkit.cleanupStages();
    }

    private static <T> T onWindow(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private void seek(Phase phase, int step, int operation) {
        robot.interact(() -> workbench.move(now -> now.atOperation(phase, PART, step, operation)));
        FxEvents.settle();
    }

    private void chord(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
        FxEvents.settle();
    }

    private ProgramList list() {
        return (ProgramList) panel.lookup("#program");
    }

    private String text(String id) {
        return onWindow(() -> ((Labeled) panel.lookup("#" + id)).getText());
    }

    private String program() throws Exception {
        return String.join(
                        "\n",
                        onWindow(() -> list().getItems().stream()
                                .map(ProgramLine::text)
                                .toList())) + "\n";
    }

    private String expected(CodeTarget target) throws Exception {
        return SessionCode.of(workbench.shown().get().run(), target).text();
    }

    /** Lines in view that are shown as those at the playhead. */
    private List<Node> lit() {
        return onWindow(() -> panel.lookupAll(".program-line").stream()
                .filter(cell -> cell.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("lit")))
                .toList());
    }

    private Node line(String beginning) {
        return onWindow(() -> panel.lookupAll(".program-line").stream()
                .filter(cell -> cell instanceof ProgramCell line
                        && line.getItem() != null
                        && line.getItem().text().strip().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + beginning)));
    }

    private Moment moment() {
        return workbench.shown().get().playhead().moment().orElseThrow();
    }

    private static String copied() {
        return onWindow(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void theLineAtThePlayheadIsLitAndInView() {
        seek(Phase.FORWARD, 3, 40);
        assertThat(lit()).singleElement().isSameAs(line("h_new = "));
        assertThat(text("code-place")).isEqualTo(Wording.text("ui.code:place", "forward", "layer 1", 3));
        assertThat(onWindow(() -> list().getAccessibleText())).contains("h_new = o * np.tanh(c_new)");

        seek(Phase.BACKWARD, 2, 30); // far below
        assertThat(lit()).singleElement().isSameAs(line("self.d_Wh_i += "));
        Bounds shown =
                onWindow(() -> lit().getFirst().localToScene(lit().getFirst().getLayoutBounds()));
        Bounds all = onWindow(() -> list().localToScene(list().getLayoutBounds()));
        assertThat(all.contains(shown.getMinX() + 1, shown.getCenterY())).isTrue();

        robot.interact(() -> workbench.move(now -> now.toStart()));
        assertThat(lit()).isEmpty();
        assertThat(text("code-place")).isEqualTo(Wording.text("ui.code:place.start"));
    }

    @Test
    void aClickOrEnterTakesThePlayheadToALine() {
        seek(Phase.BACKWARD, 2, 3);
        robot.clickOn(line("d_f = "));
        FxEvents.settle();
        assertThat(moment().operation().quantity()).isEqualTo("d.f");
        assertThat(moment().step()).isEqualTo(2);

        robot.clickOn(line("def backward"));
        FxEvents.settle();
        assertThat(moment().operation().quantity()).as("stands for nothing").isEqualTo("d.f");

        seek(Phase.FORWARD, 2, 0);
        robot.clickOn(line("f = "));
        FxEvents.settle();
        assertThat(moment().phase()).isEqualTo(Phase.FORWARD);
        assertThat(moment().operation().quantity()).isEqualTo("f");
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        FxEvents.settle();
        assertThat(moment().operation().quantity()).isEqualTo("g");
        assertThat(moment().step()).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherTargetAndAnEditMakeAnotherProgram() throws Exception {
        assertThat(program()).isEqualTo(expected(CodeTarget.NUMPY));
        robot.interact(() -> ((ChoiceBox<CodeTarget>) panel.lookup("#code-target")).requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        FxEvents.settle();
        CodeTarget chosen = onWindow(panel::target);
        assertThat(chosen).isNotEqualTo(CodeTarget.NUMPY);
        assertThat(program()).isEqualTo(expected(chosen));

        String before = program();
        robot.interact(() -> workbench.edit("longer", now -> now.withLength(0, 4)));
        FxEvents.settle();
        assertThat(program()).isNotEqualTo(before).isEqualTo(expected(chosen));
        assertThat(text("code-notes")).isEmpty();
        robot.interact(() -> workbench.edit("mistake", now -> now.withMistake(Mistake.values()[0], true)));
        FxEvents.settle();
        assertThat(text("code-notes")).isEqualTo(Wording.text("format:code.mistakes"));
    }

    @Test
    void theProgramOrSomeLinesOfItAreCopiedAndSaved() throws Exception {
        robot.clickOn("#code-copy");
        assertThat(copied()).isEqualTo(expected(CodeTarget.NUMPY));
        long lines = expected(CodeTarget.NUMPY).lines().count();
        assertThat(text("code-said")).isEqualTo(Wording.text("ui.code:copied", lines));

        seek(Phase.FORWARD, 3, 40);
        robot.clickOn(line("f = "));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        chord(KeyCode.C, KeyCode.CONTROL);
        assertThat(copied().lines().map(String::strip))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("f = sigmoid(f_pre)");
        chord(KeyCode.S, KeyCode.CONTROL);
        assertThat(saved)
                .containsExactly("NUMPY of " + workbench.session().get().title());
    }

    @Test
    void linesAreSelectedByDraggingAndThePlayheadStaysWhereItIs() {
        seek(Phase.FORWARD, 3, 40);
        robot.drag(line("f_pre = "), MouseButton.PRIMARY)
                .moveTo(line("f = "))
                .moveTo(line("g = "))
                .drop();
        FxEvents.settle();
        chord(KeyCode.C, KeyCode.CONTROL);
        assertThat(copied().lines()).hasSize(4);
        assertThat(moment().operation().quantity()).isEqualTo("h'");
        seek(Phase.FORWARD, 4, 2);
        assertThat(onWindow(() -> list().selected()))
                .as("playing leaves it selected")
                .hasSize(4);
    }
}

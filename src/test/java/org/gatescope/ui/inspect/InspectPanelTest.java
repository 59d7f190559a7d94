package org.gatescope.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gatescope.Wording;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // start() runs before each test
class InspectPanelTest {
    private final FxRobot robot = new SwiftRobot();
    private static final String PART = Selection.FIRST;
    private static final OfStep GATE = new OfStep(PART, "f.pre", 3, 0, 2);

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean waits;
    private final Executor background = task -> {
        if (waits) {
            waiting.add(task);
        } else {
            task.run();
        }
    };
    private Workbench workbench;
    private Selection selection;
    private InspectPanel panel;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        workbench = new Workbench(Example.SENTENCE.session(), background, Runnable::run);
        Desk desk = Desk.over(workbench, new Background(background, Runnable::run), Theme.LIGHT);
        selection = desk.selection();
        panel = new InspectPanel(desk);
        stage.setScene(new Scene(panel, 340, 700));
        stage.show();
        stage.toFront();
    }

    @Test
    void invitesBeforeAnythingIsComputed() {
        move(Playhead::toStart);
        assertThat(words()).is(holding("ui.inspect:invitation"));
        assertThat(selection.lit().get()).isEmpty();
    }

    /** Unit 0 of h at t = 0 in the first sequence, and then its gradient. */
    @Test
    void showsWhatThePlayheadComputesWhileNothingIsOpen() {
        move(now -> now.atStep(Phase.FORWARD, PART, 0));
        assertThat(follows()).isTrue();
        assertThat(words()).contains(shown("h'", 0));
        move(now -> now.atStep(Phase.FORWARD, PART, 1));
        assertThat(words()).contains(shown("h'", 1));
        assertThat(selection.lit().get()).isEmpty();
        assertThat(selection.opened().get()).isNull();
    }

    @Test
    void closingANumberFollowsThePlayheadAgain() {
        move(now -> now.atStep(Phase.FORWARD, PART, 1));
        open(GATE);
        assertThat(follows()).isFalse();
        robot.clickOn("#inspect-close");
        assertThat(follows()).isTrue();
        assertThat(words()).contains(shown("h'", 1));
    }

    private boolean follows() {
        return robot.lookup("#inspect-follows").query().isVisible();
    }

    private String shown(String quantity, int step) {
        Run run = workbench.shown().get().run();
        return Explanation.of(run, new OfStep(PART, quantity, step, 0, 0))
                .map(why -> why.figures().number(why.value()))
                .orElseThrow();
    }

    /** What follows fast moves shows the last of them. */
    private void move(UnaryOperator<Playhead> to) {
        robot.interact(() -> workbench.move(to));
        FxEvents.awaitFrames(30);
    }

    @Test
    void aClickOpensAFactorAndTheTrailLeadsBack() {
        open(GATE);
        Button factor = factors().getFirst();
        robot.clickOn(factor);
        assertThat(selection.opened().get()).isNotEqualTo(GATE);
        robot.clickOn("#inspect-back");
        assertThat(selection.opened().get()).isEqualTo(GATE);
        robot.clickOn("#inspect-forward");
        assertThat(selection.opened().get()).isNotEqualTo(GATE);
        robot.clickOn(".crumb");
        assertThat(selection.opened().get()).isEqualTo(GATE);
    }

    @Test
    void theKeyboardDoesItAll() {
        open(GATE);
        focusFirst();
        robot.type(KeyCode.DOWN);
        assertThat(focused()).isSameAs(factors().get(1));
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(focused()).isSameAs(factors().getFirst());
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        NumberId next = selection.opened().get();
        assertThat(next).isNotEqualTo(GATE);
        robot.interact(panel::back);
        assertThat(selection.opened().get()).isEqualTo(GATE);
        robot.interact(panel::forward);
        assertThat(selection.opened().get()).isEqualTo(next);
    }

    @Test
    void enterAloneLeadsFromAGradientToWhatIsGiven() {
        open(new OfStep(PART, "d.h'", 5, 0, 1));
        focusFirst();
        for (int i = 0; i < 60 && !(selection.opened().get() instanceof Given); i++) {
            robot.type(KeyCode.ENTER);
        }
        assertThat(selection.opened().get()).isInstanceOf(Given.class);
    }

    @Test
    void mouseButtonsGoBackAndForth() {
        open(GATE);
        robot.clickOn(factors().getFirst());
        robot.moveTo(panel).press(MouseButton.BACK).release(MouseButton.BACK);
        assertThat(selection.opened().get()).isEqualTo(GATE);
        robot.press(MouseButton.FORWARD).release(MouseButton.FORWARD);
        assertThat(selection.opened().get()).isNotEqualTo(GATE);
    }

    @Test
    void sourcesAreLit() {
        open(GATE);
        Set<NumberId> lit = selection.lit().get();
        assertThat(lit)
                .contains(
                        new OfStep(PART, "h'", 2, 0, 4),
                        new Given(new TableId.Input(0), 3, 1),
                        new OfStep(PART, "x", 3, 0, 1),
                        new Given(new TableId.Parameter(PART + ".Wh.f"), 4, 2));
    }

    @Test
    void theNumberStaysOpenInANewRun() {
        open(GATE);
        String before = value();
        robot.interact(() -> workbench.edit(
                "bias", session -> session.edit(new TableId.Parameter(PART + ".b.f"), b -> b.map(v -> v + 1))));
        assertThat(value()).isNotEqualTo(before);
        robot.interact(() -> workbench.edit(
                "another", session -> Session.zeros(session.title(), BuiltInCells.cell("rnn-tanh"), 1, 4, 2, 3)));
        assertThat(words()).is(holding("ui.inspect:gone"));
        assertThat(selection.lit().get()).isEmpty();
    }

    @Test
    void whatThePlayheadHasNotReachedIsSaidToBe() {
        robot.interact(() -> workbench.move(Playhead::toStart));
        open(GATE);
        assertThat(words()).is(holding("ui.inspect:not-yet"));
        robot.interact(() -> workbench.move(playhead -> playhead.atStep(Phase.FORWARD, PART, 3)));
        assertThat(words()).isNot(holding("ui.inspect:not-yet"));
    }

    @Test
    void whatIsTypedIsThereFromTheStart() {
        robot.interact(() -> workbench.move(Playhead::toStart));
        open(new OfStep(PART, "x", 1, 0, 0));
        assertThat(words()).isNot(holding("ui.inspect:not-yet"));
    }

    /** At the end of a long explanation nobody would see it. */
    @Test
    void thatItIsNotComputedYetIsSaidBeforeTheNumber() {
        robot.interact(() -> workbench.move(Playhead::toStart));
        open(GATE);
        String said = words();
        assertThat(said.indexOf(Wording.text("ui.inspect:not-yet"))).isBetween(0, said.indexOf(value()));
    }

    @Test
    void whatOneStepAddsToAGradientIsCalledAShare() {
        open(new NumberId.GradientOfGiven(new TableId.Parameter(PART + ".Wh.f"), 1, 2));
        robot.interact(() -> factors().getFirst().fire());
        assertThat(words().replace('\u00a0', ' ')).is(holding("ui.inspect:share"));
    }

    @Test
    void goesToTheStepOfTheNumber() {
        open(new OfStep(PART, "d.f.pre", 2, 0, 0));
        robot.clickOn("#inspect-go");
        Playhead playhead = workbench.shown().get().playhead();
        assertThat(playhead.phase()).isEqualTo(Phase.BACKWARD);
        assertThat(playhead.step()).isEqualTo(2);
        assertThat(selection.part().get()).isEqualTo(PART);
    }

    @Test
    void aNudgeTellsGradientAndTruth() {
        open(new Given(new TableId.Parameter(PART + ".b.f"), 0, 2));
        robot.doubleClickOn("#nudge-epsilon")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("0,5")
                .type(KeyCode.ENTER);
        Label result = (Label) panel.lookup("#nudge-result");
        assertThat(result.getText()).is(saying("ui.inspect:nudge.result"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("much").type(KeyCode.ENTER);
        assertThat(result.getText()).isNot(saying("ui.inspect:nudge.result"));
        assertThat(((TextField) panel.lookup("#nudge-epsilon")).getText()).isEqualTo("much");
    }

    @Test
    void theNumberIsCopiedAsTextAndAsLatex() {
        open(GATE);
        assertThat(copied(0)).startsWith("f_pre,3[2] = ").contains(value()).contains("·");
        assertThat(copied(1)).startsWith("\\begin{align*}").contains("f_{").matches("(?s)\\p{ASCII}*");
    }

    @Test
    void longSumsAreFolded() {
        Session wide = Session.zeros("wide", BuiltInCells.cell("rnn-tanh"), 1, 2, 3, 512)
                .edit(new TableId.Parameter(PART + ".Wh.h"), w -> Matrix.filled(512, 512, 0.01))
                .edit(new TableId.Parameter(PART + ".b.h"), b -> Matrix.filled(1, 512, 0.3));
        robot.interact(() -> workbench.open("wide", wide));
        open(new OfStep(PART, "h.pre", 1, 0, 7));
        assertThat(terms()).hasSize(12);
        Button more = (Button) panel.lookup(".more");
        assertThat(more.getText()).contains(Integer.toString(512 + 3 + 1 - 12));
        robot.interact(more::requestFocus);
        robot.interact(more::fire);
        assertThat(terms()).hasSize(112);
    }

    @Test
    void whatTakesLongIsWorkedOutAsideAndOnlyTheLastCounts() {
        Session wide = Session.zeros("wide", BuiltInCells.cell("rnn-tanh"), 1, 5, 3, 40)
                .edit(new TableId.Parameter(PART + ".Wh.h"), w -> Matrix.filled(40, 40, 0.01));
        robot.interact(() -> workbench.open("wide", wide));
        waits = true;
        open(new NumberId.JacobianNorm(PART, "h", 0, 4, 1));
        assertThat(words()).is(holding("ui.inspect:working"));
        assertThat(robot.lookup("#inspect-copy").query().isDisabled())
                .as("the one before is not copied")
                .isTrue();
        assertThat(selection.lit().get()).isEmpty();
        open(new OfStep(PART, "h.pre", 1, 0, 7));
        focusFirst();
        robot.interact(() -> waiting.forEach(Runnable::run));
        assertThat(panel.lookup(".explanation").getAccessibleText()).contains(Wording.text("ui.words:pre-activation"));
        waiting.clear();
        open(new NumberId.JacobianNorm(PART, "h", 0, 4, 1));
        robot.interact(() -> waiting.forEach(Runnable::run));
        assertThat(words()).is(holding("ui.inspect:along")).isNot(holding("ui.inspect:working"));
        assertThat(focused()).isSameAs(factors().getFirst());
        assertThat(terms()).hasSize(12);
    }

    @Test
    void saysInWordsWhatItShows() {
        open(new OfStep(PART, "d.h'", 3, 0, 2));
        Node view = panel.lookup(".explanation");
        assertThat(view.getAccessibleText())
                .is(holding("ui.words:quantity.h"))
                .is(holding("ui.inspect:step", 3))
                .is(holding("ui.inspect:unit", 2))
                .is(holding("ui.inspect:from.output", 3))
                .is(holding("ui.inspect:from.time", 4));
    }

    private void open(NumberId id) {
        robot.interact(() -> selection.opened().set(id));
        robot.interact(() -> {
            panel.applyCss();
            panel.layout();
        });
    }

    private void focusFirst() {
        robot.interact(() -> factors().getFirst().requestFocus());
    }

    private Node focused() {
        return panel.getScene().getFocusOwner();
    }

    private List<Button> factors() {
        return ArrowKeys.openable(panel).stream().map(Button.class::cast).toList();
    }

    private Set<Node> terms() {
        return panel.lookupAll(".term");
    }

    private String value() {
        return ((Label) panel.lookup(".number-value")).getText();
    }

    private String copied(int item) {
        String[] text = new String[1];
        robot.interact(() -> {
            InspectBar tools = (InspectBar) panel.lookup(".bar-of-tools");
            tools.copy.getItems().get(item).fire();
            text[0] = Clipboard.getSystemClipboard().getString();
        });
        return text[0];
    }

    /** All that can be read. */
    private String words() {
        return labels(panel).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
    }

    private static List<Label> labels(Parent parent) {
        return parent.lookupAll(".label").stream().map(Label.class::cast).toList();
    }
}

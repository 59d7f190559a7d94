package org.gatescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.gatescope.Wording;
import org.gatescope.cell.Expression;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.NewSession;
import org.gatescope.lesson.Task;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.Wheel;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The training room, driven by keys and clicks; updates are made on a thread of their own, as in the app. */
class TrainingPanelTest extends WindowScene {
    private final ExecutorService updates = Executors.newSingleThreadExecutor();

    @Override
    protected Session first() {
        return Example.THREE_SENTENCES.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, false, true, 0.3, 0.36);
    }

    @Override
    protected Executor training() {
        return updates;
    }

    @BeforeEach
    void enter() {
        chord(KeyCode.DIGIT4, KeyCode.CONTROL);
    }

    @AfterEach
    void stop() {
        updates.shutdownNow();
    }

    @Test
    void aRunGoesFromStartToSolution() {
        robot.interact(() -> window.trainer().setPace(0));
        Session before = session();
        type(KeyCode.F8);
        await(() -> Wording.says(text("training-state"), "ui.training:state.finished", 500));
        assertThat(loss()).isLessThan(0.01);
        assertThat(text("curve-loss-reading")).startsWith("update 500: 0.0");
        assertThat(styled(".prediction-row").getAccessibleText())
                .is(holding("ui.training:prediction.right", "have"))
                .doesNotContain("instead");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
        assertThat(text("training-state")).is(saying("ui.training:state.none"));
    }

    /** What is lit under the mouse is what a click chooses. */
    @Test
    void aClickAtTheEdgeOfATaskOpensIt() {
        click(node("tasks"));
        Node item = robot.lookup("#task-" + Task.PARITY.id()).query();
        Bounds place = onWindow(() -> item.localToScreen(item.getLayoutBounds()));
        click(new Point2D(place.getMinX() + 3, place.getMaxY() - 2));
        assertThat(session().title()).isEqualTo(Task.PARITY.title());
    }

    @Test
    void itPausesGoesOnByOneAndGoesBackOnTheSlider() {
        press("training-run");
        await(() -> epoch() > 3);
        press("training-run");
        await(() -> text("training-state").startsWith("Paused"));
        int paused = epoch();
        chord(KeyCode.F8, KeyCode.SHIFT);
        await(() -> epoch() == paused + 1);
        Session there = session();
        robot.interact(() -> slider().requestFocus());
        type(KeyCode.HOME);
        await(() -> epoch() == 0);
        await(() -> session().numbers().parameters().equals(first().numbers().parameters()));
        type(KeyCode.RIGHT);
        await(() -> epoch() == 1);
        type(KeyCode.END);
        await(() -> epoch() == paused + 1);
        await(() -> session().equals(there));
    }

    @Test
    void whereTheRunIsTakenBackTheFocusStaysWithItsButtons() {
        press("training-step");
        await(() -> epoch() == 1);
        robot.interact(() -> slider().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        await(() -> slider().isDisabled());
        settle();
        assertThat(onWindow(() -> stage.getScene().getFocusOwner())).isSameAs(node("training-run"));
        press("training-step");
        await(() -> epoch() == 1);
        press("training-stop");
        settle();
        assertThat(onWindow(() -> stage.getScene().getFocusOwner())).isSameAs(node("training-run"));
    }

    @Test
    void theCurveOfTheRunBeforeIsNamedWhileItIsShown() {
        assertThat(node("training-compared").isVisible()).isFalse();
        press("training-step");
        await(() -> epoch() == 1);
        press("training-stop");
        press("training-step");
        await(() -> epoch() == 1);
        assertThat(node("training-compared").isVisible()).isTrue();
    }

    /** A page that scrolls on is not caught by the list that comes below the mouse, and the list has no trap at its end. */
    @Test
    void theWheelGoesPastThePredictionsUnlessTheMouseHasMovedOnThem() {
        choose("tasks", "task-delayed-recall");
        ScrollPane page = onWindow(() -> page(node("predictions")));
        robot.interact(() -> page.setVvalue(0.4));
        wheel(1);
        assertThat(onWindow(page::getVvalue)).isGreaterThan(0.4);
        assertThat(firstInView()).isZero();
        robot.interact(() -> page.setVvalue(0.4));
        settle();
        Point2D list = onWindow(() -> centre(node("predictions")));
        hover(list.add(0, -9));
        hover(list);
        wheel(10);
        assertThat(firstInView()).isPositive();
        assertThat(onWindow(page::getVvalue)).isEqualTo(0.4);
        wheel(200);
        assertThat(onWindow(page::getVvalue)).isGreaterThan(0.4);
    }

    private void wheel(int notches) {
        for (int i = 0; i < notches; i++) {
            robot.interact(() -> styled(".prediction-row").fireEvent(Wheel.down()));
            settle();
        }
    }

    private static Point2D centre(Node node) {
        Bounds place = node.localToScreen(node.getLayoutBounds());
        return new Point2D(place.getCenterX(), place.getCenterY());
    }

    /** The least sequence whose row is seen. */
    private int firstInView() {
        return onWindow(() -> robot.lookup(".prediction-row").queryAllAs(ListCell.class).stream()
                .filter(row -> row.isVisible() && row.getItem() != null)
                .mapToInt(row -> (int) row.getItem())
                .min()
                .orElseThrow());
    }

    @Test
    void definitionsAndWhatIsHeldAreChosenAndUndone() {
        Session before = session();
        robot.interact(() -> ((TitledPane) node("training-more")).setExpanded(true));
        settle();
        robot.interact(() ->
                ((ChoiceBox<?>) node("training-definition")).getSelectionModel().selectLast());
        settle();
        assertThat(session().training().optimizer())
                .as("with the settings of Keras")
                .isEqualTo(new Optimizer.Adam(0.9, 0.999, 1e-7, false, Framework.KERAS));
        assertThat(settings())
                .hasSizeGreaterThan(12)
                .allSatisfy(setting ->
                        assertThat(setting.getTooltip()).as(setting.getId()).isNotNull());
        robot.interact(() -> ((CheckBox) node("training-train-dense")).fire());
        settle();
        assertThat(session().training().held()).containsExactlyInAnyOrder("dense.W", "dense.b");
        robot.interact(() -> ((CheckBox) node("training-train-dense.b")).fire());
        settle();
        assertThat(session().training().held()).containsExactly("dense.W");
        assertThat(((CheckBox) node("training-train-dense")).isIndeterminate()).isTrue();
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> window.root().requestFocus());
            chord(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(session()).isEqualTo(before);
    }

    /** The fields, lists and boxes of the settings that are shown. */
    private List<Control> settings() {
        return onWindow(() -> Stream.of(".text-field", ".choice-box", ".check-box")
                .flatMap(kind -> window.root().lookupAll(".training-section " + kind).stream())
                .filter(control -> String.valueOf(control.getId()).startsWith("training-"))
                .map(Control.class::cast)
                .toList());
    }

    @Test
    void anEpochIsSeveralUpdatesOnTheSlider() {
        robot.interact(() -> ((TitledPane) node("training-more")).setExpanded(true));
        settle();
        robot.interact(() ->
                ((ChoiceBox<?>) node("training-batches")).getSelectionModel().select(1));
        settle();
        assertThat(session().training().batching()).isEqualTo(new Batching.Sequences(1, true, 1));
        int each = session().batch();
        assertThat(text("training-state")).is(saying("ui.training:state.none.parts", 500, each));
        press("training-step");
        await(() -> epoch() == 1);
        await(() -> Wording.says(text("training-state"), "ui.training:state.paused.parts", 1, 500, 1, each));
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().training().batching()).isEqualTo(new Batching.Whole());
    }

    @Test
    void theWindowShowsTheMomentOfTheTraining() {
        String reading = text("status-loss");
        press("training-step");
        await(() -> epoch() == 1);
        await(() -> !text("status-loss").equals(reading));
        assertThat(onWindow(() -> workbench.shown().get().run().session())).isSameAs(session());
    }

    @Test
    void settingsAreTypedAndWhatCannotBeIsRefusedInASentence() {
        replace("training-rate", "0,5");
        assertThat(session().training().learningRate()).isEqualTo(new LearningRate.Constant(0.5));
        robot.interact(() -> ((TitledPane) node("training-more")).setExpanded(true));
        settle();
        replace("training-beta1", "1");
        assertThat(text("training-refusal")).is(holding("engine.training:setting.share", "β₁"));
        assertThat(session().training().optimizer()).isEqualTo(new Optimizer.Adam(0.9, 0.999, 1e-8));
        replace("training-epochs", "2.5");
        assertThat(text("training-refusal")).contains("2.5").contains("whole");
        type(KeyCode.ESCAPE);
        assertThat(text("training-refusal")).isEmpty();
        replace("training-epochs", "2.5");
        robot.interact(() -> workbench.open("sine", Task.SINE.session(1)));
        assertThat(text("training-refusal")).as("of fields that are gone").isEmpty();
        robot.interact(() -> workbench.open("task", first()));
        replace("training-epochs", "3");
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().training().epochs()).isEqualTo(500);
    }

    @Test
    void anotherOptimizerBringsItsOwnSettings() {
        int ups = 1; // a window system may keep the first key to itself while the list opens
        for (int i = 0; i < 6 && !(session().training().optimizer() instanceof Optimizer.RmsProp); i++) {
            Optimizer before = session().training().optimizer();
            ChoiceBox<?> choice = (ChoiceBox<?>) node("training-optimizer");
            robot.interact(choice::requestFocus);
            type(KeyCode.SPACE);
            await(choice::isShowing);
            FxEvents.awaitFrames(10);
            type(KeyCode.UP, ups);
            type(KeyCode.ENTER);
            ups += session().training().optimizer().equals(before) ? 1 : 0;
        }
        assertThat(session().training().optimizer()).isInstanceOf(Optimizer.RmsProp.class);
        assertThat(has("training-decay")).isTrue();
        assertThat(has("training-beta1")).isFalse();
    }

    @Test
    void aRateFarTooLargePausesAndSaysWhere() {
        replace("training-rate", "1e200");
        type(KeyCode.F8);
        await(() -> Wording.says(text("training-state"), "ui.training:state.diverged"));
        assertThat(text("training-state")).is(saying("ui.training:state.diverged"));
        assertThat(unhandled()).isEmpty();
        press("training-origin");
        OfStep opened = (OfStep) opened();
        assertThat(value(opened)).matches(number -> !Double.isFinite(number));
        assertThat(onWindow(() -> window.selection().part().get())).isEqualTo(opened.part());
    }

    @Test
    void theKeySaysWhyThereIsNothingToTrain() {
        robot.interact(() -> workbench.open("new", NewSession.create("new")));
        type(KeyCode.F8);
        assertThat(onWindow(() -> window.trainer().progress().get())).isEmpty();
        assertThat(notice()).isEqualTo(Wording.text("session:no-loss"));
    }

    @Test
    void anUpdateThatIsNotFiniteLeadsToTheGradientItIsMadeOf() {
        robot.interact(() -> workbench.open("sine", Task.SINE.session(1)));
        TableId targets = new TableId.Targets(0);
        robot.interact(() -> workbench.edit(
                "far", now -> now.edit(targets, table -> table.map(old -> 1e20)).withTraining(plain())));
        type(KeyCode.F8);
        await(() -> Wording.says(text("training-state"), "ui.training:state.diverged"));
        press("training-origin");
        GradientOfGiven opened = (GradientOfGiven) opened();
        Matrix gradient = onWindow(() -> workbench
                .shown()
                .get()
                .run()
                .trace()
                .parameterGradient(((TableId.Parameter) opened.table()).name().text()));
        assertThat(Math.abs(gradient.get(opened.row(), opened.column()))).isGreaterThan(1e8);
    }

    private static Training plain() {
        return new Training(new Optimizer.Sgd(0, false), new LearningRate.Constant(1e300), new Clipping.None(), 0, 5);
    }

    private NumberId opened() {
        return onWindow(() -> window.selection().opened().get());
    }

    private double value(OfStep number) {
        String name = ((Expression.Name) number.node()).text();
        return onWindow(() -> {
            Trace trace = workbench.shown().get().run().trace().part(number.part());
            Series series = name.startsWith("d.") ? trace.gradient(name.substring(2)) : trace.value(name);
            return series.at(number.step(), number.row(), number.column());
        });
    }

    @Test
    void withoutALossItSaysSo() {
        openExample(Example.SENTENCE);
        assertThat(text("training-state")).is(saying("session:no-loss"));
        assertThat(node("training-run").isDisabled()).isTrue();
        type(KeyCode.F8);
        assertThat(text("training-state")).is(saying("session:no-loss"));
    }

    /** Rate, optimizer and epochs are where one starts from; what is rarer waits. */
    @Test
    void whatIsSetMostStandsDirectlyBelowTheButtons() {
        double buttons = bottom("training-run");
        double curve = bottom("curve-loss");
        for (String field : List.of("training-rate", "training-optimizer", "training-epochs")) {
            assertThat(bottom(field)).isBetween(buttons, curve);
        }
        assertThat(((TitledPane) node("training-more")).isExpanded()).isFalse();
    }

    private double bottom(String id) {
        return onWindow(() -> node(id).localToScene(node(id).getBoundsInLocal()).getMaxY());
    }

    @Test
    void trainingShowsAllOfTheRunAsItChanges() {
        robot.interact(() -> workbench.move(Playhead::toStart));
        type(KeyCode.F8);
        assertThat(onWindow(() -> playhead().isAtEnd())).isTrue();
        type(KeyCode.F8);
    }

    /** Its gradients end at the first step, its only output is far from there. */
    @Test
    void aTaskWithOneOutputOpensWhereThatIsAndTrainsThere() {
        choose("tasks", "task-delayed-recall");
        assertThat(onWindow(() -> playhead().step())).isEqualTo(session().steps() - 1);
        assertThat(onWindow(() -> playhead()))
                .isEqualTo(onWindow(() -> playhead().afterLoss()));
        type(KeyCode.F8);
        type(KeyCode.F8);
        assertThat(onWindow(() -> playhead().step())).isEqualTo(session().steps() - 1);
        choose("tasks", "task-echo");
        assertThat(onWindow(() -> playhead().isAtEnd())).isTrue();
    }

    @Test
    void theLettersOfATaskAreItsClasses() {
        choose("tasks", "task-delayed-recall");
        int last = session().steps() - 1;
        String first = session().token(0, 0);
        String spoken =
                onWindow(() -> robot.lookup(".prediction-row").nth(0).query().getAccessibleText());
        assertThat(spoken).contains(" " + first);
        assertThat(session().token(0, last)).isEqualTo("?");
    }

    @Test
    void aTaskIsOpenedTrainedAndGoesOnByItself() {
        robot.interact(() -> window.trainer().setPace(0));
        choose("tasks", "task-hello");
        assertThat(notice()).is(saying("lesson:hello.purpose"));
        type(KeyCode.F8);
        await(() -> Wording.says(text("training-state"), "ui.training:state.finished"));
        assertThat(text("accuracy")).is(saying("ui.training:accuracy", 100, 4, 4));
        replace("go-on-count", "4");
        press("go-on");
        await(() -> text("go-on-result").equals("h │ello"));
        press("go-on-open");
        assertThat(session().steps()).isEqualTo(5);
        assertThat(session().text()).isEqualTo("hello");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().steps()).isEqualTo(4);
    }

    @Test
    void seedsAndNumbersThatAreNoneAreRefusedInASentence() {
        replace("task-seed", "1.5");
        choose("tasks", "task-sine");
        assertThat(text("task-problem")).is(saying("ui.training:seed.whole", "1.5"));
        assertThat(session()).isEqualTo(first());
        assertThat(text("go-on-result")).is(saying("session:go-on.both-ways"));
        assertThat(node("go-on").isDisabled()).isTrue();
        replace("task-seed", "2");
        choose("tasks", "task-sine");
        replace("go-on-given", "31");
        press("go-on");
        await(() -> text("go-on-result").contains("31"));
        replace("go-on-given", "x");
        press("go-on");
        assertThat(text("go-on-result")).contains("“x” is not a whole number");
    }

    @Test
    void nothingIsGeneratedFromASequenceWithoutSteps() {
        robot.interact(() -> workbench.open("open", Task.HELLO.session(1)));
        replace("go-on-count", "0");
        press("go-on");
        await(() -> Wording.says(text("go-on-result"), "session:go-on.count", 0));
        robot.interact(() -> workbench.edit("length", now -> now.withLength(0, 0)));
        replace("go-on-count", "4");
        press("go-on");
        await(() -> Wording.says(text("go-on-result"), "session:go-on.empty"));
    }

    private double loss() {
        return onWindow(() ->
                workbench.shown().get().run().trace().readOut().orElseThrow().loss());
    }

    private Slider slider() {
        return (Slider) node("training-epoch");
    }

    private int epoch() {
        return (int) onWindow(() -> slider().getValue()).doubleValue();
    }
}

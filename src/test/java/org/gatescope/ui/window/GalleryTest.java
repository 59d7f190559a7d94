package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.ExampleGroup;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Task;
import org.gatescope.session.Phase;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

class GalleryTest extends WindowScene {
    private void openByKey() {
        chord(KeyCode.G, KeyCode.CONTROL);
    }

    private List<Button> found() {
        return robot.lookup(".gallery-entry").queryAllAs(Button.class).stream()
                .filter(Node::isVisible)
                .toList();
    }

    private boolean isOpen() {
        return !robot.lookup("#gallery-search").queryAll().isEmpty();
    }

    @Test
    void itOffersEveryExampleAndTaskWithALineEach() {
        openByKey();
        assertThat(found().stream().map(Node::getId))
                .containsAll(Stream.concat(
                                Arrays.stream(Example.values()).map(example -> "example-" + example.id()),
                                Arrays.stream(Task.values()).map(task -> "gallery-task-" + task.id()))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(found().stream().map(Button::getAccessibleText)).doesNotHaveDuplicates();
        assertThat(found().getFirst().getId()).isEqualTo("gallery-lesson-" + FinishedLesson.ONE_NUMBER.id());
        for (ExampleGroup group : ExampleGroup.values()) {
            assertThat(group.lessons().size()
                            + group.examples().size()
                            + group.tasks().size())
                    .isPositive();
        }
        assertThat(Arrays.stream(Example.values()).map(Example::title)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTypedSearchesAndEnterOpensTheFirstThatIsFound() {
        openByKey();
        write(Example.VANISHING_LSTM.purpose());
        assertThat(found().getFirst().getId()).isEqualTo("example-" + Example.VANISHING_LSTM.id());
        int before = found().size();
        type(KeyCode.ENTER);
        assertThat(before).isLessThan(Example.values().length);
        assertThat(isOpen()).isFalse();
        assertThat(workbench.session().get()).isEqualTo(Example.VANISHING_LSTM.session());
        assertThat(window.root().isFocusWithin()).isTrue();
    }

    @Test
    void enterPrefersWhatIsNamedAsWasTyped() {
        openByKey();
        write("through an"); // which a task's line has before
        assertThat(found().getFirst().getId()).isNotEqualTo("example-" + Example.VANISHING_LSTM.id());
        type(KeyCode.ENTER);
        assertThat(workbench.session().get()).isEqualTo(Example.VANISHING_LSTM.session());
    }

    @Test
    void commasBetweenWordsDoNotHideWhatHasThem() {
        openByKey();
        write("lstm, three");
        assertThat(found().getFirst().getId()).isEqualTo("example-" + Example.SMALL_SEQUENCE_LSTM.id());
    }

    @Test
    void theArrowsWalkThroughWhatIsFoundAndEscapeLeavesEverythingAsItWas() {
        Session before = workbench.session().get();
        openByKey();
        type(KeyCode.DOWN);
        assertThat(found().get(0).isFocused()).isTrue();
        type(KeyCode.DOWN);
        assertThat(found().get(1).isFocused()).isTrue();
        type(KeyCode.UP, 2);
        assertThat(robot.lookup("#gallery-search").queryAs(TextField.class).isFocused())
                .isTrue();
        type(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        assertThat(workbench.session().get()).isSameAs(before);
    }

    @Test
    void aWholeTitleFindsItsExampleAlone() {
        openByKey();
        TextField search = robot.lookup("#gallery-search").queryAs(TextField.class);
        for (Example example : Example.values()) {
            robot.interact(() -> search.setText(example.title()));
            assertThat(found().stream().map(Node::getId)).containsExactly("example-" + example.id());
        }
    }

    /** Whoever has opened an example finds its name above the network. */
    @Test
    void theWindowSaysWhatTheGalleryDid() {
        for (Example example : Example.values()) {
            assertThat(example.title()).startsWith(example.session().title());
        }
        for (Task task : Task.values()) {
            assertThat(task.session(1).title()).isEqualTo(task.title());
        }
    }

    @Test
    void eachSideOfAComparisonIsFoundByWhatItIsAbout() {
        openByKey();
        write("vanishing");
        assertThat(found().stream().map(Node::getId))
                .containsExactly(
                        "gallery-lesson-" + FinishedLesson.VANISHING.id(),
                        "example-" + Example.VANISHING_RNN.id(),
                        "example-" + Example.VANISHING_LSTM.id());
    }

    @Test
    void pageKeysGoFromGroupToGroupAndLettersToTheSearch() {
        openByKey();
        type(KeyCode.PAGE_DOWN, 3);
        assertThat(robot.lookup("#example-" + Example.VANISHING_RNN.id())
                        .query()
                        .isFocused())
                .isTrue();
        type(KeyCode.PAGE_UP);
        assertThat(robot.lookup("#example-" + Example.AGREEMENT.id()).query().isFocused())
                .isTrue();
        robot.interact(() -> robot.lookup("#gallery-to-cells").query().requestFocus());
        type(KeyCode.SPACE);
        assertThat(robot.lookup("#example-" + Example.SMALL_SEQUENCE_GRU.id())
                        .query()
                        .isFocused())
                .isTrue();
        write("peep");
        assertThat(found().stream().map(Node::getId)).containsExactly("example-" + Example.PEEPHOLES.id());
        type(KeyCode.ENTER);
        assertThat(session()).isEqualTo(Example.PEEPHOLES.session());
    }

    /** What was selected was so in another network. */
    @Test
    void anExampleOpensWithItsFirstLayerSelectedSoThatItsCellCanBeEdited() {
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        openExample(Example.SMALL_SEQUENCE_LSTM);
        click(node("outline-input"));
        assertThat(node("edit-equations").isDisabled()).isTrue();
        openExample(Example.SMALL_SEQUENCE_GRU);
        assertThat(node("edit-equations").isDisabled()).isFalse();
    }

    @Test
    void whatNothingMatchesSaysSoAndEnterDoesNothing() {
        openByKey();
        write("qqq");
        assertThat(found()).isEmpty();
        assertThat(robot.lookup("#gallery-none").query().isVisible()).isTrue();
        type(KeyCode.ENTER);
        assertThat(isOpen()).isTrue();
    }

    /** The gradient at the first step over that at the last, with the flow in view. */
    @Test
    void vanishingIsOneClickWithARnnAndOneWithAnLstm() {
        openExample(Example.VANISHING_RNN);
        double ofRnn = reach();
        assertThat(window.arrangement().shows(Arrangement.FLOW)).isTrue();
        openExample(Example.VANISHING_LSTM);
        double ofLstm = reach();
        assertThat(ofRnn).isLessThan(1e-4);
        assertThat(ofLstm).isGreaterThan(0.01);
    }

    /** What it was opened for is gone: it would stand in the way of what comes. */
    @Test
    void theFlowGoesWithTheExampleThatBroughtIt() {
        openExample(Example.VANISHING_RNN);
        openExample(Example.SMALL_SEQUENCE);
        assertThat(window.arrangement().shows(Arrangement.FLOW)).isFalse();
        chord(KeyCode.DIGIT7, KeyCode.CONTROL);
        openExample(Example.VANISHING_LSTM);
        openExample(Example.SMALL_SEQUENCE);
        assertThat(window.arrangement().shows(Arrangement.FLOW)).isTrue();
    }

    @Test
    void aTaskOpensBesideWhatTrainsIt() {
        choose("gallery", "gallery-task-" + Task.ECHO.id());
        assertThat(window.arrangement().room()).isEqualTo("training");
    }

    private double reach() {
        var gradient = workbench.shown().get().run().trace().part("0.forward").gradient("h'");
        return norm(gradient.row(0, 0)) / norm(gradient.row(gradient.steps() - 1, 0));
    }

    private static double norm(double[] row) {
        return Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
    }

    /** Its diagram stands above, and where another cell was scrolled to says nothing about it. */
    @Test
    void theCellOfAnExampleIsSeenFromItsDiagramOn() {
        press("show-cell");
        settle();
        robot.interact(() -> page(node("diagram-fit")).setVvalue(1));
        settle();
        openExample(Example.SMALL_SEQUENCE_GRU);
        assertThat(onWindow(() -> page(node("diagram-fit")).getVvalue())).isZero();
    }

    @Test
    void threeSentencesOpenHalfReadToo() {
        openExample(Example.THREE_SENTENCES);
        assertThat(playhead().step()).isEqualTo(1);
        assertThat(playhead().phase()).isEqualTo(Phase.FORWARD);
        assertThat(position()).contains("t = 1");
        type(KeyCode.RIGHT);
        assertThat(playhead().step()).isEqualTo(2);
    }

    @Test
    void theTrainedSentenceOpensHalfRead() {
        openExample(Example.AGREEMENT);
        int step = workbench.shown().get().playhead().step();
        assertThat(step).isEqualTo(3);
        type(KeyCode.RIGHT);
        assertThat(workbench.shown().get().playhead().isAtEnd()).isFalse();
    }
}

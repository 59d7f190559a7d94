package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.gatescope.Wording;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/** A deep network on sentences is built with mouse and keyboard from the small one that the window opens with. */
class BuildingTest extends WindowScene {
    private static final String SENTENCES = "I have a pen.\nI have an apple\nYou have pen and apple.";

    @Test
    void threeLayersBothWaysOnThreeSentencesAreBuiltEditedSteppedAndUndone() {
        Session first = session();
        List<Session> steps = new ArrayList<>();
        typeText(SENTENCES);
        steps.add(session());
        buildLayers(steps);
        readOutNextToken(steps);

        assertThat(session().lengths()).containsExactly(4, 4, 5);
        assertThat(session().network().layers())
                .extracting(Layer::directions)
                .containsExactly(Directions.BOTH, Directions.TIED, Directions.FORWARD);
        assertThat(session().network().readOut().orElseThrow().outputs()).isEqualTo(8);
        double loss =
                workbench.shown().get().run().trace().readOut().orElseThrow().loss();
        assertThat(loss).isBetween(1.0, 4.0);
        assertThat(((Label) node("status-loss")).getText()).startsWith("loss ").contains(String.format("%.6f", loss));

        playThrough();
        while (!((Button) node("undo")).isDisabled()) {
            chord(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(session()).isEqualTo(first);
        assertThat(steps).doesNotHaveDuplicates();
    }

    /** Only the number that belongs to the choice is shown; each choice is an edit. */
    @Test
    void backpropagationIsTruncatedBetweenChunksOrByAWindow() {
        click(node("outline-input"));
        Session first = session();
        assertThat(node("size-chunk").getParent().isVisible()).isFalse();
        choose("choice-truncation", "choice-truncation-window");
        assertThat(session().numbers().truncation()).isEqualTo(new Truncation.Window(first.steps() / 2));
        assertThat(node("size-window").getParent().isVisible()).isTrue();
        setSize("window", "1");
        assertThat(session().numbers().truncation()).isEqualTo(new Truncation.Window(1));
        choose("choice-truncation", "choice-truncation-chunks");
        assertThat(session().numbers().truncation()).isEqualTo(new Truncation.Chunks(1));
        choose("choice-truncation", "choice-truncation-none");
        assertThat(session().numbers().truncation()).isEqualTo(Truncation.NONE);
        while (!((Button) node("undo")).isDisabled()) {
            chord(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(session()).isEqualTo(first);
    }

    /** A 0 that is typed skips a step, and then it can be said what is put out there; anything else but a 1 is refused. */
    @Test
    void stepsAreSkippedWhereTheTableSaysSo() {
        click(node("outline-input"));
        Session first = session();
        TableId computed = new TableId.Computed(0);
        assertThat(node("choice-held").getParent().isVisible()).isFalse();
        clickCell("computed steps", 1, 0);
        write("0");
        type(KeyCode.ENTER);
        assertThat(session().mask().isSkipped(0, 1)).isTrue();
        assertThat(session().table(computed).get(1, 0)).isZero();
        assertThat(node("choice-held").getParent().isVisible()).isTrue();
        choose("choice-held", "choice-held-zero");
        assertThat(session().mask().output()).isEqualTo(HeldOutput.ZERO);
        Session skipped = session();
        clickCell("computed steps", 0, 0);
        write("0.5");
        type(KeyCode.ENTER);
        assertThat(session()).isEqualTo(skipped);
        assertThat(notice()).is(saying("session:computed.refused"));
        while (!((Button) node("undo")).isDisabled()) {
            chord(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(session()).isEqualTo(first);
    }

    /** A residual that cannot be is refused with a sentence, one that no longer can be goes with a sentence and comes back. */
    @Test
    void whatALayerReadsIsCarriedPastIt() {
        Session first = session();
        choose("choice-shortcut", "choice-shortcut-added");
        assertThat(session()).isEqualTo(first);
        assertThat(notice()).is(saying("session:shortcut.refused"));
        choose("choice-shortcut", "choice-shortcut-concatenated");
        int hidden = first.network().layers().getFirst().hidden();
        assertThat(session().network().width())
                .isEqualTo(hidden + first.network().inputs());
        assertThat(((MenuButton) node("choice-shortcut")).getText())
                .isEqualTo(Wording.text("ui.tables:shortcut.CONCATENATED"));
        chord(KeyCode.Z, KeyCode.CONTROL);
        choose("layer-menu", "layer-above");
        choose("choice-shortcut", "choice-shortcut-added");
        assertThat(session().network().layers().getLast().shortcut()).isEqualTo(Shortcut.ADDED);
        Session residual = session();
        choose("choice-directions", "choice-directions-both");
        assertThat(session().network().layers().getLast().shortcut()).isEqualTo(Shortcut.NONE);
        assertThat(notice()).is(saying("ui.words:change.shortcut"));
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(residual);
    }

    /** A rate draws factors, which the space bar turns over; each of the controls is a step that is undone. */
    @Test
    void aLayerDropsSomeOfWhatItReads() {
        Session first = session();
        click(node("rate-dropout"));
        chord(KeyCode.A, KeyCode.CONTROL);
        write("1");
        type(KeyCode.ENTER);
        assertThat(session()).isEqualTo(first);
        chord(KeyCode.A, KeyCode.CONTROL);
        write("0.5");
        type(KeyCode.ENTER);
        assertThat(session().network().layers().getFirst().dropout()).isEqualTo(new Dropout(0.5, false));
        TableId factors = new TableId.Dropped(0, 0);
        assertThat(session().table(factors).rows()).isEqualTo(session().steps());
        choose("choice-dropout-kind", "choice-dropout-same");
        assertThat(session().table(factors).rows()).isEqualTo(1);
        double before = session().table(factors).get(0, 0);
        clickCell("dropout factors", 0, 0);
        type(KeyCode.SPACE);
        assertThat(session().table(factors).get(0, 0)).isEqualTo(2 - before);
        write("3");
        type(KeyCode.ENTER);
        assertThat(session().table(factors).get(0, 0)).isEqualTo(3);
        click(node("dropout-again"));
        assertThat(session().numbers().dropout().seed()).isEqualTo(1);
        click(node("dropout-evaluated"));
        assertThat(session().numbers().dropout().isOn()).isFalse();
        click(node("dropout-evaluated"));
        assertThat(((ToggleButton) node("dropout-evaluated")).isSelected()).isTrue();
        click(node("dropout-training"));
        assertThat(session().numbers().dropout().isOn()).isTrue();
        while (!((Button) node("undo")).isDisabled()) {
            chord(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(session()).isEqualTo(first);
    }

    /** What is chosen is marked where it is chosen from. */
    @Test
    void menusMarkTheirCurrentEntry() {
        chooseCell("lstm");
        choose("choice-directions", "choice-directions-both");
        click(node("choice-directions"));
        assertThat(marked("choice-directions")).containsExactly("choice-directions-both");
        type(KeyCode.ESCAPE);
        click(node("cell"));
        assertThat(robot.lookup(".cells-entry").queryAllAs(Button.class))
                .filteredOn(entry -> entry.getAccessibleText()
                        .equals(Wording.text(
                                "ui.tables:cells.now.spoken",
                                "LSTM",
                                BuiltInCells.cell("lstm").title())))
                .extracting(Button::getId)
                .containsExactly("cell-lstm");
        type(KeyCode.ESCAPE);
    }

    @Test
    void bothDirectionsAreMergedAsChosenAndTheChoiceIsThereForThemAlone() {
        Session first = session();
        assertThat(node("choice-merging").isManaged()
                        && node("choice-merging").getParent().isVisible())
                .isFalse();
        choose("choice-directions", "choice-directions-both");
        int hidden = session().network().layers().getFirst().hidden();
        assertThat(session().network().width()).isEqualTo(2 * hidden);
        choose("choice-merging", "choice-merging-product");
        assertThat(session().network().layers().getFirst().merging()).isEqualTo(Merging.PRODUCT);
        assertThat(session().network().width()).isEqualTo(hidden);
        assertThat(((MenuButton) node("choice-merging")).getText())
                .isEqualTo(Wording.text("ui.tables:merging.PRODUCT"));
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().network().width()).isEqualTo(2 * hidden);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(first);
    }

    /** The selection goes to the only direction that there is; play, tables and undo go on from there. */
    @Test
    void theOnlyLayerReadsInReverseAloneAndIsPlayedAndUndone() {
        Session first = session();
        choose("choice-directions", "choice-directions-reverse");
        assertThat(session().network().parts()).extracting(part -> part.key()).containsExactly("0.backward");
        assertThat(window.selection().part().get()).isEqualTo("0.backward");
        assertThat(session().table(new TableId.Parameter("0.backward.Wx.h")))
                .isEqualTo(first.table(new TableId.Parameter("0.forward.Wx.h")));
        chord(KeyCode.ESCAPE);
        type(KeyCode.HOME);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(playhead().moment().map(Moment::part)).contains("0.backward");
        click(node("outline-input"));
        click(node("outline-layer-1"));
        assertThat(window.selection().part().get()).isEqualTo("0.backward");
        choose("layer-menu", "layer-above");
        assertThat(window.selection().part().get()).isEqualTo("1.forward");
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(first);
        assertThat(window.selection().part().get()).isEqualTo("0.forward");
    }

    private List<String> marked(String menu) {
        return onWindow(() -> ((MenuButton) node(menu))
                .getItems().stream()
                        .filter(item -> item instanceof RadioMenuItem choice && choice.isSelected())
                        .map(MenuItem::getId)
                        .toList());
    }

    private void buildLayers(List<Session> steps) {
        chooseCell("lstm");
        steps.add(session());
        choose("choice-directions", "choice-directions-both");
        steps.add(session());
        choose("layer-menu", "layer-above");
        chooseCell("gru");
        choose("choice-directions", "choice-directions-tied");
        steps.add(session());
        choose("layer-menu", "layer-above");
        chooseCell("rnn-tanh");
        setSize("hidden", "6");
        steps.add(session());
    }

    private void readOutNextToken(List<Session> steps) {
        click(node("outline-read-out"));
        choose("choice-activation", "choice-activation-softmax");
        assertThat(((MenuButton) node("choice-aim")).getText()).isEqualTo(Wording.text("ui.tables:aim.NEXT_TOKEN"));
        steps.add(session());
        clickCell("dense.W", 0, 0);
        write("1.5");
        type(KeyCode.ENTER);
        assertThat(session().table(new TableId.Parameter("dense.W")).get(0, 0)).isEqualTo(1.5);
    }

    /** Every part is entered in the order of the run, and is the one that is selected then. */
    private void playThrough() {
        click(node("outline-input"));
        chord(KeyCode.ESCAPE);
        type(KeyCode.HOME);
        List<String> entered = new ArrayList<>();
        while (!playhead().isAtEnd()) {
            chord(KeyCode.RIGHT, KeyCode.SHIFT);
            String part = playhead().moment().map(Moment::part).orElseThrow();
            if (entered.isEmpty() || !entered.getLast().equals(part)) {
                entered.add(part);
                assertThat(window.selection().part().get()).isEqualTo(part);
            }
        }
        assertThat(entered)
                .containsExactly(
                        "0.forward",
                        "0.backward",
                        "1.forward",
                        "1.backward",
                        "2.forward",
                        "dense",
                        "2.forward",
                        "1.backward",
                        "1.forward",
                        "0.backward",
                        "0.forward");
    }

    @Test
    void aSequenceThatIsOverSaysSo() {
        typeText(SENTENCES);
        click(node("sequence-next"));
        assertThat(((TextField) node("size-length")).getText()).isEqualTo("4");
        setSize("length", "2");
        assertThat(session().lengths()).containsExactly(4, 2, 5);
        assertThat(node("lane-h'").getAccessibleText()).isNot(holding("ui.lane:spoken.over"));
        click(node("sequence-previous"));
        click(node("sequence-next"));
        robot.interact(() -> workbench.move(now -> now.atStep(3)));
        settle();
        assertThat(node("lane-h'").getAccessibleText()).is(holding("ui.lane:spoken.over"));
    }

    @Test
    void aLengthBeyondTheStepsIsRefusedBesideTheField() {
        typeText(SENTENCES);
        Session before = session();
        setSize("length", "9");
        assertThat(session()).isEqualTo(before);
        assertThat(refusal()).contains("9").contains("T = 5");
    }

    @Test
    void anArrayIsPastedInEitherLayout() {
        click(node("input-array"));
        write("[[[1,2,3],[4,5,6]]]");
        assertThat(says("array")).is(saying("ui.tables:array.read", 1, 2, 3));
        click(popup("array-time-first"));
        assertThat(says("array")).is(saying("ui.tables:array.read", 2, 1, 3));
        click(popup("array-use"));
        assertThat(session().batch()).isEqualTo(2);
        assertThat(session().steps()).isEqualTo(1);
        assertThat(session().numbers().input().get(1, 2)).isEqualTo(6);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().batch()).isEqualTo(1);
    }

    @Test
    void whatIsNoArrayIsRefusedInASentence() {
        click(node("input-array"));
        write("[[1,2],[3]]");
        assertThat(says("array")).isNotBlank().doesNotContain("Exception");
        assertThat(popup("array-use").isDisabled()).isTrue();
        Label says = (Label) popup("array-says");
        FontIcon sign = (FontIcon) says.getGraphic();
        await(() -> sign.getFill().equals(says.getTextFill())); // its colour, once both are styled
    }

    @Test
    void aTextComesBackAsItWasTyped() {
        String text = "  hi 👩‍👩‍👧 👍🏽 \n🇯🇵 ok";
        click(node("input-text"));
        write(text);
        click(popup("text-characters"));
        click(popup("text-use"));
        await(() -> robot.lookup("#text-use").tryQuery().isEmpty());
        assertThat(session().text()).isEqualTo(text);
        assertThat(session().lengths()).containsExactly(9, 4);
        click(node("input-text"));
        assertThat(((TextArea) popup("text-area")).getText()).isEqualTo(text);
        assertThat(((ToggleButton) popup("text-characters")).isSelected()).isTrue();
        assertThat(says("text")).is(saying("ui.tables:text.read", 2, 8, 9));
        click(popup("text-use"));
        await(() -> robot.lookup("#text-use").tryQuery().isEmpty());
        assertThat(session().text()).isEqualTo(text);
    }

    @Test
    void rareWordsAreUnknownAndAFurtherTextKeepsTheVocabulary() {
        click(node("input-text"));
        write("the cat and the dog\nthe cat");
        click(popup("text-most"));
        write("2");
        click(popup("text-unknown"));
        write("<unk>");
        assertThat(says("text")).is(saying("ui.tables:text.read", 2, 3, 5));
        click(popup("text-use"));
        await(() -> robot.lookup("#text-use").tryQuery().isEmpty());
        assertThat(session().text()).isEqualTo("the cat <unk> the <unk>\nthe cat");
        click(node("input-text"));
        click(popup("text-same"));
        click(popup("text-area"));
        chord(KeyCode.A, KeyCode.CONTROL);
        write("a Cat!");
        click(popup("text-use"));
        await(() -> robot.lookup("#text-use").tryQuery().isEmpty());
        assertThat(session().text()).isEqualTo("<unk> cat");
        assertThat(session().vocabulary().tokens()).containsExactly("<unk>", "the", "cat");
    }

    @Test
    void whatCannotBeReadInATextIsSaidInASentence() {
        click(node("input-text"));
        write("a b");
        click(popup("text-most"));
        write("none");
        assertThat(says("text")).is(saying("ui.tables:text.most.refused", "none", 10_000));
        assertThat(popup("text-use").isDisabled()).isTrue();
        chord(KeyCode.A, KeyCode.CONTROL);
        write("2.5");
        assertThat(says("text")).is(saying("ui.tables:text.most.refused", "2.5", 10_000));
        chord(KeyCode.A, KeyCode.CONTROL);
        write("1");
        click(popup("text-matches"));
        click(popup("text-pattern"));
        chord(KeyCode.A, KeyCode.CONTROL);
        write("(a");
        assertThat(says("text")).contains("(a").doesNotContain("Exception");
        assertThat(popup("text-use").isDisabled()).isTrue();
    }

    private void typeText(String text) {
        click(node("input-text"));
        write(text);
        assertThat(says("text")).is(saying("ui.tables:text.read", 3, 8, 5));
        click(popup("text-use"));
        await(() -> robot.lookup("#text-use").tryQuery().isEmpty()); // it gives the focus back when it has faded
    }

    private String says(String popup) {
        return ((Label) popup(popup + "-says")).getText();
    }

    private javafx.scene.Node popup(String id) {
        return robot.lookup("#" + id).query();
    }

    private String refusal() {
        return onWindow(() -> Window.getWindows().stream()
                .filter(shown -> shown.isShowing() && shown instanceof Tooltip)
                .map(Tooltip.class::cast)
                .filter(note -> note.getStyleClass().contains("refusal"))
                .map(Tooltip::getText)
                .findFirst()
                .orElse(""));
    }
}

package org.gatescope.ui.lab;

import static org.assertj.core.api.Assertions.anyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.Expression;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The laboratory, by keys. */
class MistakesPanelTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, false, true, 0.3, 0.4);
    }

    @BeforeEach
    void enter() {
        chord(KeyCode.DIGIT6, KeyCode.CONTROL);
    }

    @Test
    void everyMistakeGoesOnAndOff() {
        for (Mistake mistake : Mistake.values()) {
            press("lab-" + mistake.id());
            assertThat(session().mistakes().mistakes()).containsExactly(mistake);
            assertThat(label("mistakes")).is(saying("ui.window:mistakes.on", 1));
            assertThat(text("effects-says")).isNot(saying("ui.lab:effects.none"));
            press("lab-" + mistake.id());
            assertThat(session().mistakes().mistakes()).isEmpty();
            assertThat(unhandled()).as(mistake.id()).isEmpty();
        }
    }

    @Test
    void theWrongLineStandsBesideTheRightOne() {
        focus("lines-upstream-twice");
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> every(".wrong-line").stream()
                        .map(line -> ((Labeled) line).getText())
                        .toList()))
                .contains(
                        "✗ d.h' = upstream[t] * upstream[t] + d.h[t+1]",
                        "✗ dh = upstream[:, t] * upstream[:, t] + dh_next");
        assertThat(onWindow(() -> every(".right-line").stream()
                        .map(line -> ((Labeled) line).getText())
                        .toList()))
                .contains("✓ d.h' = upstream[t] + d.h[t+1]");
    }

    @Test
    void lanesShowTheDifferenceToTheRightRun() {
        press("lab-recurrent-gradient-lost");
        Run wrong = onWindow(() -> workbench.shown().get().run());
        press("effects-lanes");
        double right = Run.of(first()).trace().part("0.forward").gradient("h'").at(0, 0, 3);
        double expected = wrong.trace().part("0.forward").gradient("h'").at(0, 0, 3) - right;
        hover(square("d.h'", 0, 3));
        awaitNote(note -> note.startsWith("Δ ") && note.endsWith("= " + Numerals.exact(expected)));
        press("effects-lanes");
        hover(square("x", 0, 0));
        hover(square("d.h'", 0, 3));
        double ofWrong = wrong.trace().part("0.forward").gradient("h'").at(0, 0, 3);
        awaitNote(note -> note.endsWith("= " + Numerals.exact(ofWrong)));
    }

    /** Not in whichever layer happens to be selected. */
    @Test
    void theDifferenceIsShownInTheLayerThatHasIt() {
        robot.interact(() -> {
            workbench.open("deep", Example.THREE_SENTENCES.session());
            window.selection().part().set(Selection.INPUT);
        });
        press("lab-upstream-twice");
        settle();
        Session deep = session();
        press("effects-lanes");
        NumberId shown = onWindow(() -> window.selection().opened().get());
        assertThat(shown).isInstanceOf(NumberId.OfStep.class);
        assertThat(onWindow(() -> window.selection().part().get())).isEqualTo(((NumberId.OfStep) shown).part());
        String quantity = ((Expression.Name) ((NumberId.OfStep) shown).node()).text();
        assertThat(has("lane-" + quantity)).isTrue();
        Node last = every("#lab-section-effects .hyperlink").getLast();
        click(last);
        NumberId led = onWindow(() -> window.selection().opened().get());
        assertThat(onWindow(() -> window.selection().part().get())).isEqualTo(part(led));
        assertThat(session()).isEqualTo(deep);
    }

    private static String part(NumberId number) {
        return switch (number) {
            case NumberId.OfStep of -> of.part();
            case NumberId.GradientOfGiven(TableId.Parameter(var name), int row, int column) -> name.part();
            default -> "";
        };
    }

    @Test
    void theCheckSaysWhetherItSeesIt() {
        press("lab-transpose-missing");
        assertThat(text("effects-verdict")).startsWith("✗");
        press("lab-transpose-missing");
        press("lab-gradients-not-zeroed");
        assertThat(text("effects-verdict")).startsWith("✓").is(holding("engine.mistakes:gradients-not-zeroed.unseen"));
    }

    @Test
    void notebooksCAndDPrintTheirFigures() {
        focus("lab-section-notebooks");
        type(KeyCode.SPACE);
        press("notebook-c-written");
        assertThat(text("printed-caption")).startsWith("30 of 30 printed figures agree");
        assertThat(session().mistakes().mistakes()).hasSize(5);
        press("notebook-c-corrected");
        assertThat(text("printed-caption")).startsWith("24 of 30");
        press("notebook-d-written");
        assertThat(text("printed-caption")).startsWith("34 of 34");
        press("notebook-d-corrected");
        assertThat(text("printed-caption")).startsWith("24 of 34");
        press("notebook-a-written");
        assertThat(text("printed-caption")).startsWith("18 of 18");
        assertThat(node("notebook-b-written").isDisabled()).isTrue();
        press("notebook-e-written");
        press("notebook-e-corrected");
        assertThat(session().mistakes().mistakes()).isEmpty();
    }

    @Test
    void aHiddenMistakeIsFound() {
        robot.interact(() -> ((MistakesPanel) window.room("mistakes")).setSeed(7));
        press("spot-start");
        Set<Mistake> hidden = session().mistakes().mistakes();
        assertThat(hidden).hasSize(1);
        Mistake mistake = hidden.iterator().next();
        assertThat(label("mistakes")).is(saying("ui.window:mistakes.hidden"));
        assertThat(node("undo").getAccessibleText()).doesNotContain(mistake.title());
        assertThat(onWindow(() ->
                        node("lab-" + mistake.id()).getParent().getParent().isVisible()))
                .isFalse();
        assertThat(onWindow(() -> node("lab-section-effects").isVisible())).isFalse();
        double hint = onWindow(() -> node("spot-hint").localToScene(0, 0).getY());
        Mistake other = EnumSet.complementOf(EnumSet.of(mistake)).iterator().next();
        guess(other);
        assertThat(text("spot-says")).contains("“" + other.title() + "”");
        press("spot-hint");
        assertThat(text("spot-says")).is(anyOf(holding("lesson:hint.forward"), holding("lesson:hint.backward")));
        press("spot-hint");
        press("spot-hint");
        assertThat(node("spot-hint").isDisabled()).isTrue();
        assertThat(onWindow(() -> node("spot-hint").localToScene(0, 0).getY()))
                .as("what grows stands below what is clicked")
                .isEqualTo(hint);
        guess(mistake);
        assertThat(text("spot-says")).is(saying("ui.lab:spot.answer", mistake.title(), null, 1, 3));
        assertThat(label("mistakes")).is(saying("ui.window:mistakes.on", 1));
    }

    @Test
    void undoEndsTheSearch() {
        press("spot-start");
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(first());
        assertThat(label("mistakes")).is(saying("ui.window:mistakes"));
        assertThat(text("spot-says")).is(saying("ui.lab:spot.intro"));
    }

    @Test
    void redoneItIsHiddenAgainAndCanStillBeFound() {
        press("spot-start");
        Mistake mistake = session().mistakes().mistakes().iterator().next();
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Y, KeyCode.CONTROL);
        assertThat(session().mistakes().mistakes()).containsExactly(mistake);
        assertThat(label("mistakes")).is(saying("ui.window:mistakes.hidden"));
        assertThat(onWindow(() -> node("lab-section-effects").isVisible())).isFalse();
        guess(mistake);
        assertThat(text("spot-says")).is(saying("ui.lab:spot.answer", mistake.title()));
    }

    @Test
    void afterUndoAMistakeOfOnesOwnIsNotHidden() {
        press("spot-start");
        Mistake mistake = session().mistakes().mistakes().iterator().next();
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        press("lab-" + mistake.id());
        assertThat(label("mistakes")).is(saying("ui.window:mistakes.on", 1));
    }

    @Test
    void theCheckDoesNotNameWhatIsHidden() {
        Mistake mistake = Mistake.FIRST_STEP_ONLY; // which differences cannot see
        for (long seed = 0; !session().mistakes().mistakes().equals(Set.of(mistake)); seed++) {
            long next = seed;
            robot.interact(() -> ((MistakesPanel) window.room("mistakes")).setSeed(next));
            press("spot-start");
        }
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(text("check-mistakes")).isEmpty();
        chord(KeyCode.DIGIT6, KeyCode.CONTROL);
        press("spot-give-up");
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(text("check-mistakes")).contains(mistake.title());
    }

    @Test
    void aWrongGuessSaysWhichLineIsRightAndTheAnswerShowsTheWrongOne() {
        press("spot-start");
        Mistake mistake = session().mistakes().mistakes().iterator().next();
        Mistake other = mistake == Mistake.UPSTREAM_TWICE ? Mistake.UPSTREAM_IGNORED : Mistake.UPSTREAM_TWICE;
        guess(other);
        assertThat(text("spot-says")).is(holding("ui.lab:spot.wrong.line", null, Pattern.compile("d\\.h' = .*")));
        press("spot-give-up");
        assertThat(onWindow(() -> ((Parent) node("spot-answer"))
                        .getChildrenUnmodifiable().stream()
                                .map(line -> ((Labeled) line).getText())
                                .toList()))
                .isNotEmpty()
                .anyMatch(line -> line.startsWith("✗ "));
    }

    @Test
    void trainingWithAndWithoutStandsSideBySide() {
        robot.interact(() -> workbench.open("task", Task.HELLO.session(1)));
        press("lab-recurrent-gradient-lost");
        press("effects-train");
        assertThat(text("effects-trained")).is(holding("ui.lab:effects.trained", null, null, 200));
    }

    private void guess(Mistake mistake) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Mistake> choice = (ComboBox<Mistake>) node("spot-choice");
            choice.setValue(mistake);
        });
        press("spot-guess");
    }

    private String label(String id) {
        return onWindow(() -> ((Labeled) node(id)).getText());
    }
}

package org.gatescope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Series;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.Comparison.Deviation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Reshape;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.ui.lane.ComparedSide;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another run beside the one that is shown, by keys and clicks. */
class ComparePanelTest extends WindowScene {
    private static final TableId FORGET = new TableId.Parameter("0.forward.b.f");

    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE_LSTM.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.4);
    }

    @BeforeEach
    void enter() {
        chord(KeyCode.DIGIT9, KeyCode.CONTROL);
    }

    private void edit(double value) {
        robot.interact(() -> workbench.edit("a bias", now -> now.edit(FORGET, table -> table.with(0, 1, value))));
        settle();
    }

    private Series values(Session of, String quantity) {
        return Run.of(of).trace().part("0.forward").value(quantity);
    }

    private Series values(String quantity) {
        return workbench.shown().get().run().trace().part("0.forward").value(quantity);
    }

    /** What the tip of a square says. */
    private void says(String lane, int t, int unit, double value) {
        says(square(lane, t, unit), value);
    }

    private void says(Point2D place, double value) {
        robot.interact(() -> window.root().requestFocus());
        hover(place);
        awaitNote(note -> note.endsWith("= " + Numerals.exact(value)));
        hover(new Point2D(place.getX(), 5));
    }

    /** Of a lane that has other units than the shown run. */
    private Point2D square(String lane, int t, int unit, int units) {
        return onWindow(() -> {
            Canvas canvas = squares(lane);
            return canvas.localToScreen(axis().centre(t), (unit + 0.5) * canvas.getHeight() / units);
        });
    }

    private ComparedSide shown() {
        for (ComparedSide side : ComparedSide.values()) {
            if (onWindow(() -> ((ToggleButton) node("compare-side-" + side.key())).isSelected())) {
                return side;
            }
        }
        throw new AssertionError("none is chosen");
    }

    private DeviationList list() {
        return (DeviationList) node("compare-list");
    }

    private Deviation deviation(Predicate<Deviation> of) {
        return list().getItems().stream().filter(of).findFirst().orElseThrow();
    }

    /** P, an edit, and D in a round: this run, the other, the difference, against the engine's own arrays. */
    @Test
    void thePinnedRunTheShownOneAndTheirDifferenceByKeys() {
        type(KeyCode.P);
        assertThat(text("compare-other")).is(saying("ui.compare:beside", first().title()));
        assertThat(text("compare-says")).is(holding("ui.compare:same"));
        edit(2.5);
        double ours = values("f").at(1, 0, 1);
        double theirs = values(first(), "f").at(1, 0, 1);
        assertThat(ours).isNotEqualTo(theirs);
        assertThat(shown()).isEqualTo(ComparedSide.THIS);
        says("f", 1, 1, ours);
        type(KeyCode.D);
        assertThat(shown()).isEqualTo(ComparedSide.OTHER);
        says("f", 1, 1, theirs);
        type(KeyCode.D);
        assertThat(shown()).isEqualTo(ComparedSide.DIFFERENCE);
        says("f", 1, 1, ours - theirs);
        says("f", 1, 0, 0);
        type(KeyCode.D);
        assertThat(shown()).isEqualTo(ComparedSide.THIS);
        press("compare-let-go");
        assertThat(onWindow(() -> list().getItems())).isEmpty();
        assertThat(text("compare-other")).is(saying("ui.compare:none"));
        type(KeyCode.D);
        assertThat(shown()).isEqualTo(ComparedSide.THIS);
        assertThat(unhandled()).isEmpty();
    }

    /** The one in a table begins an entry instead. */
    @Test
    void aLetterTypedInATableIsTheTables() {
        robot.interact(() -> stage.setWidth(1200));
        chord(KeyCode.DIGIT1, KeyCode.CONTROL);
        type(KeyCode.P);
        edit(2.5);
        clickCell("input", 0, 0);
        type(KeyCode.D);
        assertThat(shown()).isEqualTo(ComparedSide.THIS);
        type(KeyCode.ESCAPE);
    }

    @Test
    void theListLeadsToTheFirstAndToTheLargest() {
        assertThat(node("compare-before").isDisabled()).isTrue();
        edit(2.5);
        press("compare-before");
        assertThat(text("compare-other")).contains("a bias");
        assertThat(shown()).isEqualTo(ComparedSide.DIFFERENCE);
        Deviation cause = list().getItems().getFirst();
        assertThat(cause.first().number()).isEqualTo(new Given(FORGET, 0, 1));
        focusList();
        type(KeyCode.HOME);
        robot.interact(() -> list().getSelectionModel().selectFirst());
        type(KeyCode.ENTER);
        assertThat(opened()).contains(cause.first().number());
        type(KeyCode.DOWN, KeyCode.ENTER);
        Deviation next = list().getItems().get(1);
        assertThat(opened()).contains(next.first().number());
        assertThat(playhead().position()).isEqualTo(next.first().place());
        Deviation state = deviation(of -> of.first().number() instanceof OfStep step
                && step.equals(new OfStep("0.forward", "c'", step.step(), 0, 1)));
        robot.interact(() -> list().getSelectionModel().select(state));
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        settle();
        assertThat(opened()).contains(state.largest().number());
        assertThat(playhead().position()).isEqualTo(state.largest().place());
        robot.interact(() -> list().scrollTo(0));
        Node row = every("#compare-list .strong").stream()
                .filter(label -> ((Label) label).getText().startsWith("f["))
                .findFirst()
                .orElseThrow();
        click(row);
        assertThat(opened())
                .hasValueSatisfying(number ->
                        assertThat(((OfStep) number).node().toString()).contains("f"));
        assertThat(unhandled()).isEmpty();
    }

    private Optional<Object> opened() {
        return Optional.ofNullable(onWindow(() -> window.selection().opened().get()));
    }

    private void focusList() {
        robot.interact(() -> list().requestFocus());
    }

    /** What only one has is said and keeps its own numbers; what both have is compared. */
    @Test
    void anotherCellOnTheSameInput() {
        assertThat(node("compare-cell-LSTM").isDisabled()).as("it has that").isTrue();
        press("compare-cell-GRU");
        assertThat(text("compare-other")).contains("GRU");
        Layer layer = first().network().layers().getFirst();
        Session gru = Reshape.withLayer(first(), 0, layer.withCell(BuiltInCells.cell("gru")))
                .change()
                .session();
        says("h'", 1, 1, values("h'").at(1, 0, 1) - values(gru, "h'").at(1, 0, 1));
        says("f", 1, 1, values("f").at(1, 0, 1));
        assertThat(lines()).contains("f").contains("r");
        robot.interact(() -> node("lane-beside:r").requestFocus()); // which brings it into view
        settle();
        says("beside:r", 1, 1, values(gru, "r").at(1, 0, 1));
        Optional<Object> before = opened();
        click(square("beside:r", 1, 1));
        doubleClick(square("beside:r", 1, 1));
        assertThat(opened()).isEqualTo(before);
        type(KeyCode.DOWN, KeyCode.ENTER);
        press("compare-side-this");
        assertThat(has("lane-beside:r")).isFalse();
        press("compare-cell-RNN"); // all of whose lines an LSTM has by name
        assertThat(lines()).contains("f").doesNotContain("RNN");
        assertThat(session()).isEqualTo(first());
        assertThat(unhandled()).isEmpty();
    }

    private String lines() {
        return String.join(
                "\n",
                every("#compare-unlike .label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList());
    }

    /** Each on the one axis, with one scale for what they have in common; by keys alone. */
    @Test
    void threeCellsAboveOneAnother() {
        Layer layer = first().network().layers().getFirst();
        Session gru = Reshape.withLayer(first(), 0, layer.withCell(BuiltInCells.cell("gru")))
                .change()
                .session();
        List<String> before = bands();
        press("compare-three");
        assertThat(bands())
                .containsExactly(
                        "RNN:h'",
                        "RNN:flow",
                        "i",
                        "f",
                        "o",
                        "c'",
                        "h'",
                        "flow",
                        "GRU:r",
                        "GRU:z",
                        "GRU:h'",
                        "GRU:flow");
        scrollTo("GRU:h'");
        says("GRU:h'", 1, 1, values(gru, "h'").at(1, 0, 1));
        scrollTo("f");
        says("f", 1, 1, values("f").at(1, 0, 1));
        type(KeyCode.END);
        scrollTo("GRU:flow");
        Series gradient = Run.of(gru).trace().part("0.forward").gradient("h'");
        says(square("GRU:flow", 1, 0, 1), norm(gradient, 1));
        robot.interact(() -> node("lane-GRU:r").requestFocus());
        type(KeyCode.DOWN, KeyCode.DOWN);
        chord(KeyCode.RIGHT, KeyCode.CONTROL);
        int last = first().steps() - 1;
        assertThat(reading()).contains("r[t=", "GRU");
        type(KeyCode.ENTER);
        assertThat(playhead().step()).isLessThanOrEqualTo(last);
        press("compare-three-gradients");
        press("compare-three-gates");
        assertThat(bands())
                .containsExactly(
                        "RNN:h'",
                        "RNN:d.h'",
                        "RNN:flow",
                        "c'",
                        "h'",
                        "d.h'",
                        "d.c'",
                        "flow",
                        "GRU:h'",
                        "GRU:d.h'",
                        "GRU:flow");
        robot.interact(() -> node("lane-flow").requestFocus());
        type(KeyCode.DOWN);
        assertThat(opened()).hasValueSatisfying(of -> assertThat(of).isInstanceOf(NumberId.Norm.class));
        assertThat(session()).isEqualTo(first());
        robot.interact(() -> node("lane-GRU:h'").requestFocus());
        type(KeyCode.DOWN, KeyCode.F2);
        assertThat(session().numbers().parameters()).isEqualTo(gru.numbers().parameters());
        assertThat(bands()).contains("LSTM:h'", "h'", "RNN:h'").doesNotContain("GRU:h'");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(first());
        type(KeyCode.P, KeyCode.D); // of two runs, not of three
        assertThat(bands()).contains("x", "i", "d.x").doesNotContain("RNN:h'");
        press("compare-three");
        press("compare-three");
        press("compare-let-go");
        assertThat(bands()).isEqualTo(before);
        assertThat(unhandled()).isEmpty();
    }

    /** At these lengths, too: another length while they stand, and a cell that is none of the three. */
    @Test
    void threeCellsOfAnyLength() {
        press("compare-three");
        for (int steps : new int[] {1, 3, 60, 2000}) {
            robot.interact(() -> workbench.change(
                    "steps", now -> Reshape.resized(now, 1, steps, now.network().inputs())));
            type(KeyCode.END);
            assertThat(bands()).contains("RNN:h'", "h'", "GRU:h'");
        }
        robot.interact(() -> workbench.change(
                "peephole",
                now -> Reshape.withLayer(
                        now, 0, now.network().layers().getFirst().withCell(BuiltInCells.cell("lstm-peephole")))));
        settle();
        assertThat(bands()).contains("RNN:h'", "h'", "GRU:h'", "LSTM:h'");
        assertThat(unhandled()).isEmpty();
    }

    private void scrollTo(String lane) {
        robot.interact(() -> node("lane-" + lane).requestFocus());
        settle();
    }

    private static double norm(Series gradient, int t) {
        double squares = 0;
        for (int unit = 0; unit < gradient.width(); unit++) {
            squares += gradient.at(t, 0, unit) * gradient.at(t, 0, unit);
        }
        return Math.sqrt(squares);
    }

    /** From top to bottom. */
    private List<String> bands() {
        return every(".lane").stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .map(lane -> lane.getId().substring("lane-".length()))
                .toList();
    }

    /** What cannot be read is said, and what was pinned stays so. */
    @Test
    void aSessionInAFile() throws Exception {
        Path good = ownCells.resolve("louder.gatescope");
        Session louder = first().edit(FORGET, table -> table.with(0, 1, 2.5));
        SessionFile.write(SavedSession.of(louder), good);
        Path bad = Files.writeString(ownCells.resolve("broken.gatescope"), "{");
        Queue<Path> answers = new ArrayDeque<>(List.of(good, bad));
        robot.interact(() -> window.offerToCompare(() -> Optional.ofNullable(answers.poll())));
        press("compare-file");
        assertThat(text("compare-other")).is(saying("ui.compare:beside", "louder"));
        assertThat(list().getItems().getFirst().first().number()).isEqualTo(new Given(FORGET, 0, 1));
        says("f", 1, 1, values("f").at(1, 0, 1) - values(louder, "f").at(1, 0, 1));
        press("compare-file");
        assertThat(text("compare-says")).contains("broken");
        assertThat(text("compare-other")).is(saying("ui.compare:beside", "louder"));
        press("compare-file"); // and thought better of it
        assertThat(session()).isEqualTo(first());
    }

    /** An epoch with another, of a training that goes on. */
    @Test
    void anEpochIsPinnedByItsNumber() {
        robot.interact(() -> workbench.open("task", Task.HELLO.session(1)));
        settle();
        robot.interact(() -> window.trainer().step());
        settle();
        type(KeyCode.P);
        assertThat(text("compare-other")).contains("epoch 1");
        robot.interact(() -> window.trainer().step());
        settle();
        assertThat(list().getItems())
                .isNotEmpty()
                .first()
                .matches(first -> first.first().isGiven());
        assertThat(text("compare-other")).contains("epoch 1");
    }

    /** A lane's own choice, out of its menu, until one is made for all. */
    @Test
    void oneLaneMayShowTheOtherRun() {
        type(KeyCode.P);
        edit(2.5);
        double theirs = values(first(), "f").at(1, 0, 1);
        robot.interact(() -> node("lane-f").requestFocus());
        type(KeyCode.CONTEXT_MENU);
        type(KeyCode.RIGHT);
        type(KeyCode.DOWN, KeyCode.ENTER);
        says("f", 1, 1, theirs);
        says("i", 1, 1, values("i").at(1, 0, 1));
        type(KeyCode.D);
        type(KeyCode.D);
        type(KeyCode.D);
        says("f", 1, 1, values("f").at(1, 0, 1));
    }

    /** Fewer steps and units in the other: compared where both have numbers, and no click leads beyond. */
    @Test
    void otherSizes() {
        type(KeyCode.P);
        Series before = values("h'");
        int units = before.width();
        robot.interact(() -> workbench.change(
                "longer", now -> Reshape.resized(now, 1, 6, now.network().inputs())));
        robot.interact(() -> workbench.change(
                "narrower",
                now -> Reshape.withLayer(
                        now, 0, now.network().layers().getFirst().withHidden(2))));
        settle();
        assertThat(lines())
                .contains("6")
                .contains(String.valueOf(before.steps()))
                .contains(String.valueOf(units));
        press("compare-side-difference");
        says("h'", 1, 1, values("h'").at(1, 0, 1) - before.at(1, 0, 1));
        hover(square("h'", 5, 0));
        awaitNote(note -> note.startsWith("Δ h[t=5") && note.contains("no value"));
        press("compare-side-other");
        says(square("h'", 2, units - 1, units), before.at(2, 0, units - 1));
        click(square("h'", 2, units - 1, units));
        assertThat(opened()).isEmpty();
        click(square("h'", 2, 1, units));
        assertThat(reading()).contains(Numerals.exact(before.at(2, 0, 1)));
        assertThat(unhandled()).isEmpty();
    }

    @Test
    void whoSearchesForAMistakeIsNotToldOfIt() {
        type(KeyCode.P);
        robot.interact(() -> workbench.edit("mistake", now -> now.withMistake(Mistake.UPSTREAM_TWICE, true)));
        settle();
        press("compare-right");
        assertThat(text("compare-other")).is(saying("ui.compare:beside", "correct run"));
        assertThat(list().getItems()).isNotEmpty();
        robot.interact(() -> window.selection().hidesMistakes().set(true));
        assertThat(node("compare-right").isDisabled()).isTrue();
        assertThat(node("compare-before").isDisabled()).isTrue();
        assertThat(list().getItems()).isEmpty();
    }
}

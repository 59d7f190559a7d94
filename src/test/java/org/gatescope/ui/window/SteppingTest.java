package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Mathematics;
import org.gatescope.lesson.Example;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Tones;
import org.gatescope.session.Playhead;
import org.gatescope.ui.paint.ScreenColour;
import org.junit.jupiter.api.Test;

/** The keyboard moves the playhead, and everything that stands on the time axis follows it. */
class SteppingTest extends WindowScene {
    /** Of the small network: a step forward has 4 operations, one backward 7. */
    private static final int FORWARD = 3 * 4;

    private static final int WHOLE = FORWARD + 3 * 7;
    private static final List<String> LANES = List.of("x", "h.pre", "h'", "d.h'", "d.h.pre", "d.x");
    private static final Color HATCH = ScreenColour.of(Tones.LIGHT.hatchOnMark());

    @Test
    void rightLeadsThroughEveryOperationToTheEndAndLeftBackToTheStart() {
        type(KeyCode.HOME);
        assertThat(position()).is(saying("ui.window:position.start", 33));
        List<String> there = new ArrayList<>();
        List<String> computed = new ArrayList<>();
        for (int operation = 1; operation <= WHOLE; operation++) {
            type(KeyCode.RIGHT);
            assertThat(position()).startsWith("op " + operation + " of 33 · ");
            there.add(position());
            computed.add(operation());
        }
        assertThat(there.get(3)).isEqualTo("op 4 of 33 · t = 0");
        assertThat(there.get(FORWARD)).isEqualTo("op 13 of 33 · t = 2");
        assertThat(there.getLast()).isEqualTo("op 33 of 33 · t = 0");
        Cell cell = workbench
                .shown()
                .get()
                .run()
                .session()
                .network()
                .layers()
                .getFirst()
                .cell();
        assertThat(computed.get(3))
                .isEqualTo(read(Mathematics.of(cell.statements().getLast())));
        assertThat(computed.get(FORWARD))
                .isEqualTo(read(Mathematics.of(cell.adjoints().getFirst())));
        assertThat(computed.getLast())
                .isEqualTo(read(Mathematics.of(cell.adjoints().getLast())));
        type(KeyCode.RIGHT);
        assertThat(position()).isEqualTo(there.getLast());
        for (int operation = WHOLE - 1; operation > 0; operation--) {
            type(KeyCode.LEFT);
            assertThat(position()).isEqualTo(there.get(operation - 1));
        }
        type(KeyCode.LEFT, 2);
        assertThat(position()).is(saying("ui.window:position.start", 33));
    }

    @Test
    void aSquareAppearsExactlyWithTheOperationThatCompletesIt() {
        type(KeyCode.HOME);
        List<List<Screenshot>> before = columns();
        for (int operation = 1; operation <= WHOLE; operation++) {
            type(KeyCode.RIGHT);
            List<List<Screenshot>> after = columns();
            assertThat(changed(before, after)).as(position()).isEqualTo(completed(playhead()));
            before = after;
        }
        for (int operation = WHOLE; operation > 0; operation--) {
            Set<String> expected = completed(playhead());
            type(KeyCode.LEFT);
            List<List<Screenshot>> after = columns();
            assertThat(changed(before, after)).as("back to " + position()).isEqualTo(expected);
            before = after;
        }
    }

    @Test
    void whatIsNotYetComputedIsHatched() {
        type(KeyCode.HOME);
        for (String lane : LANES.subList(1, LANES.size())) {
            assertThat(hatched(lane)).as(lane).containsExactly(0, 1, 2);
        }
        assertThat(hatched("x")).as("the input is given").isEmpty();
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(position()).startsWith("op 4 of 33");
        assertThat(hatched("h'")).containsExactly(1, 2);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(hatched("h'")).isEmpty();
        assertThat(hatched("d.h'")).containsExactly(0, 1, 2);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(position()).startsWith("op 19 of 33");
        assertThat(hatched("d.h'")).containsExactly(0, 1);
        assertThat(hatched("d.x")).containsExactly(0, 1);
        type(KeyCode.END);
        assertThat(LANES).allMatch(lane -> hatched(lane).isEmpty());
        chord(KeyCode.LEFT, KeyCode.SHIFT);
        assertThat(position()).startsWith("op 26 of 33");
        assertThat(hatched("d.h'")).containsExactly(0);
    }

    @Test
    void thePhaseBarAndTheButtonsFollow() {
        type(KeyCode.HOME);
        assertThat(styled(".phase-bar").getAccessibleText()).isEqualTo("Playback, 0 of 33 operations");
        assertThat(filled("forward")).isZero();
        assertThat(styled(".step-back").isDisabled()).isTrue();
        assertThat(styled(".step").isDisabled()).isFalse();
        type(KeyCode.RIGHT, 6);
        assertThat(filled("forward")).isEqualTo(0.5);
        assertThat(filled("backward")).isZero();
        type(KeyCode.END);
        assertThat(filled("forward")).isEqualTo(1);
        assertThat(filled("backward")).isEqualTo(1);
        assertThat(styled(".phase-bar").getAccessibleText()).isEqualTo("Playback, 33 of 33 operations");
        assertThat(styled(".step").isDisabled()).isTrue();
        assertThat(styled(".step-back").isDisabled()).isFalse();
    }

    @Test
    void theRulerAndTheLanesSayWhereThePlayheadIs() {
        type(KeyCode.HOME);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(styled(".ruler").getAccessibleText()).is(holding("ui.axis:ruler.spoken", 1));
        assertThat(spoken("h'")).is(saying("ui.lane:spoken", "h", 1, 0.85, 3));
        assertThat(spoken("d.h'")).is(saying("ui.lane:spoken.missing", "∂L/∂h", 1));
        Screenshot ruler = pixels(styled(".ruler Canvas"));
        Color highlight = ScreenColour.of(Tones.LIGHT.highlight());
        int left = (int) axis().left(1);
        int right = (int) axis().right(1);
        assertThat(ruler.columns(left, right).count(highlight)).isPositive();
        assertThat(ruler.columns(left, right).count(highlight)).isEqualTo(ruler.count(highlight));
    }

    @Test
    void functionKeysStepWhileATableHasTheFocus() {
        type(KeyCode.HOME);
        clickCell("Wh.h", 2, 1);
        type(KeyCode.F11);
        assertThat(position()).startsWith("op 1 of");
        type(KeyCode.F10);
        assertThat(position()).startsWith("op 4 of");
        chord(KeyCode.F11, KeyCode.SHIFT);
        assertThat(position()).startsWith("op 3 of");
        chord(KeyCode.F10, KeyCode.SHIFT);
        assertThat(position()).startsWith("start");
        assertThat(grid("Wh.h").isFocused()).isTrue();
        type(KeyCode.RIGHT, KeyCode.END);
        assertThat(position()).as("arrows belong to the table").startsWith("start");
        assertThat(grid("Wh.h").getAccessibleText()).contains("row h2", "column 3");
    }

    @Test
    void stepOutPlaysThePartToItsEndAndBackToItsStart() {
        type(KeyCode.HOME);
        type(KeyCode.RIGHT, 5);
        type(KeyCode.F12);
        assertThat(position()).startsWith("op 12 of 33");
        type(KeyCode.F12);
        assertThat(position()).startsWith("op 33 of 33");
        assertThat(styled(".step-out").isDisabled()).isTrue();
        click(styled(".step-out-back"));
        assertThat(position()).startsWith("op 12 of 33");
        chord(KeyCode.F12, KeyCode.SHIFT);
        assertThat(position()).startsWith("start");
        assertThat(styled(".step-out-back").isDisabled()).isTrue();
        click(styled(".step-out"));
        assertThat(position()).startsWith("op 12 of 33");
    }

    @Test
    void lookingAtASquareDoesNotMoveThePlayhead() {
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        type(KeyCode.HOME);
        type(KeyCode.RIGHT, 9);
        String before = position();
        click(square("h'", 0, 2));
        assertThat(position()).isEqualTo(before);
        assertThat(reading()).startsWith("h[t=0, unit 2] = ");
        click(node("inspect-go"));
        assertThat(position()).startsWith("op 4 of 33 · t = 0");
    }

    @Test
    void aDoubleClickOnTheRulerAndEnterInALaneMoveThePlayhead() {
        type(KeyCode.HOME);
        Bounds ruler = onWindow(() -> {
            Node canvas = styled(".ruler Canvas");
            return canvas.localToScreen(canvas.getBoundsInLocal());
        });
        Point2D second = new Point2D(ruler.getMinX() + axis().centre(1), ruler.getCenterY());
        click(second);
        assertThat(position()).startsWith("start");
        doubleClick(second);
        assertThat(position()).isEqualTo("op 8 of 33 · t = 1");
        go(square("h'", 2, 0));
        assertThat(position()).isEqualTo("op 12 of 33 · t = 2");
        assertThat(reading()).startsWith("h[t=2, unit 0] = 0.7949422790422");
        go(square("d.h'", 1, 3));
        assertThat(position()).isEqualTo("op 26 of 33 · t = 1");
        assertThat(reading()).startsWith("∂L/∂h[t=1, unit 3] = 0.0423226441925");
    }

    /** Back goes to the number looked at before, and to where the playhead stood then. */
    @Test
    void theTrailBringsBackThePlaceToo() {
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        type(KeyCode.HOME);
        type(KeyCode.RIGHT, 9);
        String first = position();
        click(square("h'", 0, 2));
        type(KeyCode.END);
        click(square("h'", 1, 1));
        press("inspect-back");
        assertThat(reading()).startsWith("h[t=0, unit 2] = ");
        type(KeyCode.HOME);
        press("inspect-forward");
        assertThat(position()).startsWith("op 33 of 33");
        press("inspect-back");
        assertThat(position()).startsWith("start");
        assertThat(first).startsWith("op 9 of 33");
    }

    private void go(Point2D place) {
        click(place);
        type(KeyCode.ENTER);
    }

    @Test
    void aSelectedNumberIsNotReadOutBeforeItIsComputed() {
        click(square("d.h'", 1, 3));
        type(KeyCode.F11);
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.HOME);
        assertThat(reading()).is(holding("ui.words:not-yet"));
        assertThat(spoken("d.h'"))
                .is(holding("ui.lane:spoken.selected.missing", null, 1, 3))
                .doesNotContain("0.04232");
    }

    @Test
    void anEditKeepsThePlace() {
        type(KeyCode.HOME);
        type(KeyCode.RIGHT, 5);
        String place = position();
        clickCell("b.h", 0, 0);
        write("2");
        type(KeyCode.ENTER);
        assertThat(position()).isEqualTo(place);
    }

    /** Every lane's steps. */
    private List<List<Screenshot>> columns() {
        return onWindow(() -> LANES.stream().map(this::steps).toList());
    }

    private static Set<String> changed(List<List<Screenshot>> before, List<List<Screenshot>> after) {
        Set<String> changed = new HashSet<>();
        for (int lane = 0; lane < LANES.size(); lane++) {
            for (int t = 0; t < 3; t++) {
                if (!before.get(lane).get(t).equals(after.get(lane).get(t))) {
                    changed.add(LANES.get(lane) + " " + t);
                }
            }
        }
        return changed;
    }

    private static Set<String> completed(Playhead playhead) {
        Playhead.Moment last = playhead.moment().orElseThrow();
        String quantity = last.operation().quantity();
        boolean shows = last.operation().completes() && LANES.contains(quantity);
        return shows ? Set.of(quantity + " " + last.step()) : Set.of();
    }

    private List<Integer> hatched(String lane) {
        List<Integer> hatched = new ArrayList<>();
        List<Screenshot> steps = steps(lane);
        for (int t = 0; t < steps.size(); t++) {
            if (steps.get(t).count(HATCH) > 100) {
                hatched.add(t);
            }
        }
        return hatched;
    }

    /** How much of a phase's bar is filled. */
    private double filled(String phase) {
        return onWindow(() -> {
            Region fill = (Region) styled(".phase-bar .fill." + phase);
            int place = phase.equals("forward") ? 0 : 1;
            Region track = (Region) styled(".phase-bar").lookupAll(".track").toArray()[place];
            return fill.isVisible() ? fill.getWidth() / track.getWidth() : 0;
        });
    }

    @Test
    void aTipGoesWhereThePlayheadGoes() {
        hover(square("h'", 1, 2));
        assertThat(notes()).isNotEmpty();
        type(KeyCode.HOME);
        assertThat(notes()).isEmpty();
    }

    @Test
    void anotherExampleHasNoNumberOpened() {
        click(square("h'", 1, 2));
        assertThat(reading()).isNotEmpty();
        openExample(Example.SENTENCE);
        assertThat(reading()).isEmpty();
        assertThat(onWindow(() -> window.selection().opened().get())).isNull();
    }

    private String operation() {
        return onWindow(() -> node("operation-formula").getAccessibleText());
    }

    private static String read(Formula formula) {
        return FormulaText.of(formula);
    }
}

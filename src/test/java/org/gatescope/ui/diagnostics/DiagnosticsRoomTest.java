package org.gatescope.ui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.holding;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.Spectrum;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Digits;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.stage.UnitOrder;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The room for diagnostics and the gradient flow, by keys; figures against the trace and the engine. */
class DiagnosticsRoomTest extends WindowScene {
    private static final TableId WH = new TableId.Parameter("0.forward.Wh.i");

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.4);
    }

    @BeforeEach
    void enter() {
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
    }

    @Test
    void gradientsAreCheckedAndTheOneThatDiffersMostOpens() {
        assertThat(text("check-verdict")).startsWith("✓");
        robot.interact(
                () -> workbench.edit("mistake", session -> session.withMistake(Mistake.RECURRENT_GRADIENT_LOST, true)));
        settle();
        assertThat(text("check-verdict")).startsWith("✗");
        focus("check-where");
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> window.selection().opened().get())).isInstanceOf(NumberId.GradientOfGiven.class);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(text("check-verdict")).startsWith("✓");
    }

    @Test
    void aMistakeThatCannotBeSeenSaysWhy() {
        robot.interact(
                () -> workbench.edit("mistake", session -> session.withMistake(Mistake.GRADIENTS_NOT_ZEROED, true)));
        settle();
        assertThat(text("check-verdict")).startsWith("✓");
        assertThat(text("check-mistakes")).is(holding("engine.mistakes:gradients-not-zeroed.unseen"));
    }

    @Test
    void theLampChecksByItselfAndOpensTheRoom() {
        await(() -> lamp().startsWith("✓"));
        robot.interact(
                () -> workbench.edit("mistake", session -> session.withMistake(Mistake.RECURRENT_GRADIENT_LOST, true)));
        await(() -> lamp().startsWith("✗"));
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        focus("check-lamp");
        type(KeyCode.SPACE);
        assertThat(has("check-verdict")).isTrue();
    }

    private String lamp() {
        return ((Labeled) node("check-lamp")).getText();
    }

    @Test
    void theMapIsReadByKeysAndLightsThePath() {
        focus("jacobian-map");
        type(KeyCode.LEFT, 3);
        assertThat(text("jacobian-reading")).startsWith("‖∂h[6] / ∂h[3]‖ = ");
        assertThat(text("jacobian-factors")).contains(" · ");
        assertThat(onWindow(() -> window.selection().path().get())).isEqualTo(new Selection.Path("0.forward", 3, 6));
        type(KeyCode.ENTER);
        assertThat(onWindow(() -> window.selection().opened().get()))
                .isEqualTo(new NumberId.JacobianNorm("0.forward", "h", 0, 6, 3));
    }

    @Test
    void theRadiusIsTurnedInOneStepOfUndoAndTyped() {
        Session before = session();
        double radius = Spectrum.of(before.table(WH)).radius();
        assertThat(text("spectrum-reading")).contains("radius " + String.format("%.3f", radius));
        focus("spectral-radius");
        type(KeyCode.LEFT, 5);
        assertThat(Spectrum.of(session().table(WH)).radius()).isCloseTo(radius - 5 * 0.05, within(1e-9));
        replace("spectral-radius-field", "0,5");
        assertThat(Spectrum.of(session().table(WH)).radius()).isCloseTo(0.5, within(1e-9));
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
    }

    /** Zero has no direction, so the knob keeps that of the matrix that it turned to zero. */
    @Test
    void aRadiusOfZeroIsNoTrap() {
        Matrix before = session().table(WH);
        replace("spectral-radius-field", "0");
        assertThat(session().table(WH).map(Math::abs)).isEqualTo(Matrix.zeros(6, 6));
        replace("spectral-radius-field", "0,5");
        Matrix after = session().table(WH);
        assertThat(Spectrum.of(after).radius()).isCloseTo(0.5, within(1e-9));
        double factor = after.get(0, 0) / before.get(0, 0);
        assertThat(factor).isPositive();
        assertThat(after.get(3, 2)).isCloseTo(factor * before.get(3, 2), within(1e-12));
    }

    /** Another matrix chosen while the knob has the focus is turned from its own numbers. */
    @Test
    void theRadiusOfAnotherMatrixIsTurnedFromItsOwnNumbers() {
        TableId other = new TableId.Parameter("0.forward.Wh.f");
        Matrix before = session().table(other);
        focus("spectral-radius");
        type(KeyCode.LEFT);
        Matrix first = session().table(WH);
        robot.interact(() ->
                ((ChoiceBox<?>) node("spectrum-matrix")).getSelectionModel().selectNext());
        settle();
        type(KeyCode.LEFT);
        double factor = session().table(other).get(0, 0) / before.get(0, 0);
        assertThat(factor).isNotEqualTo(1);
        assertThat(session().table(other).get(3, 2)).isCloseTo(factor * before.get(3, 2), within(1e-12));
        assertThat(session().table(WH)).isEqualTo(first);
    }

    @Test
    void theForgetBiasIsTurned() {
        focus("forget-bias");
        type(KeyCode.RIGHT, 2);
        Matrix bias = session().table(new TableId.Parameter("0.forward.b.f"));
        assertThat(bias).isEqualTo(Matrix.filled(1, 6, bias.get(0, 0)));
        assertThat(bias.get(0, 0)).isCloseTo(1.5, within(1e-9));
        robot.interact(() -> workbench.open("gru", Session.zeros("gru", BuiltInCells.cell("gru"), 1, 3, 2, 3)));
        settle();
        assertThat(node("forget-bias").isVisible()).isFalse();
    }

    @Test
    void aMatrixThatCannotBeScaledIsRefusedInWords() {
        robot.interact(() -> workbench.edit("zeros", session -> session.edit(WH, table -> Matrix.zeros(6, 6))));
        replace("spectral-radius-field", "1");
        assertThat(text("spectrum-problem")).isNotBlank().doesNotContain("Exception");
        assertThat(session().table(WH)).isEqualTo(Matrix.zeros(6, 6));
    }

    @Test
    void thePortraitFollowsThePlayheadAndLeavesTheArrowsToPlayback() {
        focus("phase-portrait");
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, "0.forward", 2)));
        settle();
        assertThat(text("portrait-reading")).startsWith("t = 2:");
        long place = playhead().position();
        type(KeyCode.RIGHT);
        assertThat(playhead().position()).isEqualTo(place + 1);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(playhead().step()).isEqualTo(3);
        assertThat(text("portrait-reading")).startsWith("t = 3:");
        focus("portrait-components");
        type(KeyCode.SPACE);
        double unit0 = onWindow(() -> workbench
                .shown()
                .get()
                .run()
                .trace()
                .part("0.forward")
                .value("h'")
                .at(3, 0, 0));
        assertThat(text("portrait-reading")).contains(Digits.brief(unit0));
    }

    @Test
    void gradientFlowIsRevealedBackwardAndSaysItsNorms() {
        chord(KeyCode.DIGIT7, KeyCode.CONTROL);
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.BACKWARD, "0.forward", 4)));
        settle();
        double sum = 0;
        for (int unit = 0; unit < 6; unit++) {
            int j = unit;
            double gradient = onWindow(() -> workbench
                    .shown()
                    .get()
                    .run()
                    .trace()
                    .part("0.forward")
                    .gradient("h'")
                    .at(4, 0, j));
            sum += gradient * gradient;
        }
        String said = onWindow(() -> node("gradient-flow").getAccessibleText());
        assertThat(said).contains("h[4]").contains(Numerals.rounded(Math.sqrt(sum), 3));
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, "0.forward", 3)));
        settle();
        assertThat(onWindow(() -> node("gradient-flow").getAccessibleText())).is(holding("ui.flow:flow.not-yet"));
    }

    @Test
    void valuesAndSaturationAreThoseOfTheRun() {
        double least = Double.MAX_VALUE;
        int open = 0;
        for (int t = 0; t < 7; t++) {
            for (int unit = 0; unit < 6; unit++) {
                int step = t;
                int j = unit;
                double value = onWindow(() -> workbench
                        .shown()
                        .get()
                        .run()
                        .trace()
                        .part("0.forward")
                        .value("f")
                        .at(step, 0, j));
                least = Math.min(least, value);
                open += value > 0.9 ? 1 : 0;
            }
        }
        assertThat(text("statistics-f")).contains("from " + Digits.brief(least));
        assertThat(text("saturation-f")).contains("open " + Math.round(100.0 * open / 42) + " %");
    }

    /** The unit whose peak comes first stands above, and everything that is said of it names it. */
    @Test
    void unitsInAnotherOrderAreStillThemselves() {
        order(UnitOrder.PEAK);
        int first = 0;
        for (int unit = 5; unit >= 0; unit--) {
            first = peak(unit) <= peak(first) ? unit : first;
        }
        robot.interact(() -> workbench.move(Playhead::toEnd));
        click(square("f", 2, 0));
        assertThat(onWindow(() -> window.selection().opened().get()))
                .isEqualTo(new NumberId.OfStep("0.forward", "f", 2, 0, first));
        assertThat(reading()).startsWith("f[t=2, unit " + first + "]");
        assertThat(spoken("f")).contains("selected t = 2, unit " + first);
        order(UnitOrder.INDEX);
        assertThat(reading()).startsWith("f[t=2, unit " + first + "]");
    }

    /** The choice's menu would reach beyond the screen, which the platform without a display cannot draw. */
    private void order(UnitOrder by) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<UnitOrder> choice = (ChoiceBox<UnitOrder>) node("unit-order");
            choice.setValue(by);
        });
        settle();
    }

    private int peak(int unit) {
        int peak = 0;
        for (int t = 1; t < 7; t++) {
            peak = Math.abs(output(t, unit)) > Math.abs(output(peak, unit)) ? t : peak;
        }
        return peak;
    }

    private double output(int t, int unit) {
        return onWindow(() -> workbench
                .shown()
                .get()
                .run()
                .trace()
                .part("0.forward")
                .value("h'")
                .at(t, 0, unit));
    }

    @Test
    void runsOfAnyKindDoNoHarm() {
        chord(KeyCode.DIGIT7, KeyCode.CONTROL);
        TableId weights = new TableId.Parameter("0.forward.Wx.f");
        for (Session session : new Session[] {
            Session.zeros("one", BuiltInCells.cell("lstm"), 1, 1, 1, 1),
            Session.zeros("no steps", BuiltInCells.cell("gru"), 1, 0, 2, 3),
            Session.zeros("no units", BuiltInCells.cell("rnn-tanh"), 1, 3, 2, 0),
            Session.zeros("long", BuiltInCells.cell("gru"), 1, 2000, 2, 3),
            Example.THREE_SENTENCES.session().withLength(0, 0),
            first().edit(weights, table -> Matrix.filled(table.rows(), table.columns(), Double.NaN))
        }) {
            robot.interact(() -> workbench.open(session.title(), session));
            settle();
            robot.interact(() -> workbench.move(now -> now.at(now.schedule().length() / 2)));
            settle();
            assertThat(unhandled()).as(session.title()).isEmpty();
        }
        for (String part : new String[] {"1.backward", "dense", "embedding"}) {
            robot.interact(() -> workbench.open("three", Example.THREE_SENTENCES.session()));
            robot.interact(() -> window.selection().part().set(part));
            settle();
            assertThat(unhandled()).as(part).isEmpty();
        }
    }

    @Test
    void anOrderedUnitStaysTheSameInAnotherSequence() {
        robot.interact(() -> workbench.open("sentences", Example.THREE_SENTENCES.session()));
        robot.interact(() -> orders().setValue(UnitOrder.PEAK));
        robot.interact(() -> window.selection().opened().set(new NumberId.OfStep("0.forward", "h'", 1, 0, 2)));
        settle();
        for (int sequence : new int[] {1, 2, 0}) {
            robot.interact(() -> window.selection().sequence().set(sequence));
            settle();
            assertThat(onWindow(() -> window.selection().opened().get()))
                    .isEqualTo(new NumberId.OfStep("0.forward", "h'", 1, sequence, 2));
            assertThat(reading()).contains("unit 2");
        }
    }

    @SuppressWarnings("unchecked")
    private ChoiceBox<UnitOrder> orders() {
        return (ChoiceBox<UnitOrder>) node("unit-order");
    }
}

package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Trace;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.GrowingGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class GrowingGradientTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<Session> sessions() {
        return Stream.of(
                DeepNetwork.session(),
                DeepNetwork.session(1, Optional.of(DeepNetwork.READ_OUT)),
                DeepNetwork.session(3, Optional.of(new ReadOut(3, false, ReadOut.Activation.SOFTMAX))),
                DeepNetwork.session(3, Optional.empty()),
                DeepNetwork.embedded(3, DeepNetwork.READ_OUT),
                DeepNetwork.session().withMistake(Mistake.LAST_GRADIENT_KEPT, true));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void playedToTheEndItIsTheGradientOfTheRun(Session session) {
        Run run = run(session);
        for (String parameter : session.network().parameters().keySet()) {
            GrowingGradient growing = new GrowingGradient(run, parameter);
            assertThat(growing.shares()).isPositive();

            growing.moveTo(growing.shares());

            assertThat(sum(growing))
                    .as(parameter)
                    .containsExactly(numbers(run.trace().parameterGradient(parameter)), within(TOLERANCE));
        }
    }

    /** The share of {@code Wx} is xᵀ d.pre of each step; tied directions add both, the reverse one first. */
    @ParameterizedTest
    @MethodSource("sessions")
    void atEveryPlaceOfTheRunTheSumIsThatOfTheSharesPlayed(Session session) {
        Run run = run(session);
        boolean isOverwritten = !session.mistakes().mistakes().isEmpty();
        GrowingGradient growing = new GrowingGradient(run, "2.forward.Wx.r");
        for (Playhead at = Playhead.atStart(Schedule.of(session)); ; at = at.next()) {
            double[] expected = new double[growing.rows() * growing.columns()];
            for (String part : List.of("2.backward", "2.forward")) {
                double[] ofPart = new double[expected.length];
                Playhead.Range in = at.computedGradients(part, "d.Wx.r");
                for (int k = 0; k < session.steps(); k++) {
                    int step = part.equals("2.backward") ? k : session.steps() - 1 - k; // as it is played
                    if (in.contains(step)) {
                        double[] share = share(run.trace().part(part), step, session.batch());
                        for (int i = 0; i < ofPart.length; i++) {
                            ofPart[i] = (isOverwritten ? 0 : ofPart[i]) + share[i];
                        }
                    }
                }
                Arrays.setAll(expected, i -> expected[i] + ofPart[i]);
            }

            growing.moveTo(growing.played(at));

            assertThat(sum(growing)).containsExactly(expected, within(TOLERANCE));
            if (at.isAtEnd()) {
                return;
            }
        }
    }

    private static double[] share(Trace trace, int step, int batch) {
        int rows = trace.value("x").width();
        int columns = trace.gradient("r.pre").width();
        double[] share = new double[rows * columns];
        for (int n = 0; n < batch; n++) {
            for (int j = 0; j < rows; j++) {
                for (int k = 0; k < columns; k++) {
                    share[j * columns + k] += trace.value("x").at(step, n, j)
                            * trace.gradient("r.pre").at(step, n, k);
                }
            }
        }
        return share;
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void jumpsToAndFroEndWhereSteppingDoes(Session session) {
        Run run = run(session);
        Random random = new Random(5);
        for (String parameter : session.network().parameters().keySet()) {
            GrowingGradient jumping = new GrowingGradient(run, parameter);
            for (int jump = 0; jump < 12; jump++) {
                long target = random.nextLong(jumping.shares() + 1);
                GrowingGradient fresh = new GrowingGradient(run, parameter);

                jumping.moveTo(target);
                fresh.moveTo(target);

                assertThat(sum(jumping)).as(parameter).containsExactly(sum(fresh), within(TOLERANCE));
                assertThat(share(jumping)).containsExactly(share(fresh), within(0.0));
                assertThat(jumping.step()).isEqualTo(fresh.step());
            }
        }
    }

    @Test
    void theStepIsTheOneWhoseShareCameInLast() {
        Session session = DeepNetwork.session();
        Playhead start = Playhead.atStart(Schedule.of(session));
        GrowingGradient growing = new GrowingGradient(run(session), "1.forward.Wh.f");

        growing.moveTo(growing.played(start.atStep(Phase.BACKWARD, "1.forward", 2)));
        assertThat(growing.step()).isEqualTo(OptionalInt.of(2));
        assertThat(growing.part()).isEqualTo("1.forward");

        growing.moveTo(growing.played(start));
        assertThat(growing.step()).isEmpty();
        assertThat(sum(growing)).containsOnly(0);
        assertThat(share(growing)).containsOnly(0);
    }

    /** Infinities cannot be taken away again. */
    @Test
    void whatIsNoNumberGoesWhenItsStepIsTakenBack() {
        Session session = DeepNetwork.session(4, Optional.of(DeepNetwork.READ_OUT));
        Session broken = session.withNumbers(numbers -> numbers.withInput(withNaN(numbers.input())));
        GrowingGradient growing = new GrowingGradient(run(broken), "0.forward.Wx.h");
        growing.moveTo(growing.shares());
        assertThat(Arrays.stream(sum(growing)).anyMatch(Double::isNaN)).isTrue();

        growing.moveTo(0);

        assertThat(sum(growing)).containsOnly(0);
    }

    private static Matrix withNaN(Matrix input) {
        double[][] changed = input.toArray();
        changed[0][0] = Double.NaN;
        return Matrix.of(changed, input.columns());
    }

    @Test
    void withoutStepsThereAreNoShares() {
        GrowingGradient growing = new GrowingGradient(run(DeepNetwork.session(0, Optional.empty())), "0.forward.Wx.h");

        growing.moveTo(growing.shares());

        assertThat(growing.shares()).isZero();
        assertThat(sum(growing)).containsOnly(0);
    }

    @Test
    void mistakesAreAmongTheLines() {
        Session session = DeepNetwork.session().withMistake(Mistake.WEIGHT_GRADIENT_FROM_PRODUCT, true);
        for (String part : List.of("0.forward", "1.forward", "2.backward")) {
            assertThat(PartLines.of(session, Phase.BACKWARD, part).stream()
                            .flatMap(line -> line.operations().stream())
                            .toList())
                    .isEqualTo(Schedule.of(session).operations(Phase.BACKWARD, part));
        }
        assertThat(session.mistakes().mistakes()).isEqualTo(Set.of(Mistake.WEIGHT_GRADIENT_FROM_PRODUCT));
    }

    private static Run run(Session session) {
        return new Workbench(session, Runnable::run, Runnable::run)
                .shown()
                .get()
                .run();
    }

    private static double[] sum(GrowingGradient growing) {
        return read(growing, growing::sum);
    }

    private static double[] share(GrowingGradient growing) {
        return read(growing, growing::share);
    }

    private interface Reading {
        double at(int row, int column);
    }

    private static double[] read(GrowingGradient growing, Reading reading) {
        double[] all = new double[growing.rows() * growing.columns()];
        for (int i = 0; i < all.length; i++) {
            all[i] = reading.at(i / growing.columns(), i % growing.columns());
        }
        return all;
    }

    private static double[] numbers(Matrix matrix) {
        return Arrays.stream(matrix.toArray()).flatMapToDouble(Arrays::stream).toArray();
    }
}

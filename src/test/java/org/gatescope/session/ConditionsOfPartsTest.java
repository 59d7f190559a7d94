package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatescope.cell.Cell;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Stop;
import org.gatescope.session.debug.Stops;
import org.gatescope.session.debug.Watch;
import org.gatescope.session.debug.WatchHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and watches over what is shaped unlike a quantity of a layer, and over numbers that are none. */
class ConditionsOfPartsTest {
    private static final List<String> PARTS =
            List.of("0.forward", "0.backward", "1.forward", "2.forward", "2.backward", "dense");

    private final Run run = Run.of(DeepNetwork.session());

    private static List<Moment> strikes(Run run, Breakpoint breakpoint, int sequence) {
        List<Moment> found = new ArrayList<>();
        Playhead end = Playhead.atEnd(Schedule.of(run.session()));
        Playhead now = end.toStart();
        Optional<Stop> stop = Stops.next(run, now, end, List.of(breakpoint), sequence);
        while (stop.isPresent()) {
            now = end.at(stop.get().position());
            found.add(now.moment().orElseThrow());
            stop = Stops.next(run, now, end, List.of(breakpoint), sequence);
        }
        return found;
    }

    private static List<Moment> strikes(Run run, String condition, int sequence) {
        return strikes(run, OnCondition.of(condition), sequence);
    }

    @Test
    void functionsOfSeveralValuesGoUnitByUnit() {
        double[] magnitudes =
                watched(run, "1.forward", "max(abs(h))", 0).orElseThrow().values();
        for (String same : List.of("max(max(h, -h))", "-min(min(h, -h))", "max(where(h > 0, h, -h))")) {
            assertThat(watched(run, "1.forward", same, 0).orElseThrow().values())
                    .containsExactly(magnitudes);
        }
        assertThat(strikes(run, "clip(h, -2, 2) != h", 0)).isEmpty();
        assertThat(strikes(run, "transpose(h) > 0", 0)).isEmpty();
        assertThat(watched(run, "1.forward", "max(h, Wx.f)", 0)).isEmpty();
    }

    private static Optional<WatchHistory> watched(Run run, String part, String measure, int sequence) {
        return WatchHistory.of(run, new Watch(part, WatchedExpression.parse(measure)), sequence);
    }

    private static Matrix parameter(Session session, String name) {
        return Objects.requireNonNull(session.numbers().parameters().get(name));
    }

    private static double[] all(Matrix matrix) {
        return IntStream.range(0, matrix.rows() * matrix.columns())
                .mapToDouble(i -> matrix.get(i / matrix.columns(), i % matrix.columns()))
                .toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatIsMadeOfAMatrixOfParametersIsMadeOfAllOfIt(int sequence) {
        double[] weights = all(parameter(run.session(), "1.forward.Wx.f"));
        double norm = norm(weights);
        assertThat(strikes(run, "norm(Wx.f) > " + norm * 0.999 + " and x[0] == x[0]", sequence))
                .extracting(Moment::part)
                .containsExactly("1.forward");
        assertThat(strikes(run, "norm(Wx.f) > " + norm * 1.001 + " and x[0] == x[0]", sequence))
                .isEmpty();
        double mean = Arrays.stream(weights).average().orElseThrow();
        double largest = Arrays.stream(weights).max().orElseThrow();
        for (String same : List.of("norm(Wx.f) - " + norm, "mean(Wx.f) - (" + mean + ")", "max(Wx.f) - " + largest)) {
            assertThat(watched(run, "1.forward", same, sequence).orElseThrow().values())
                    .containsExactly(new double[4], within(1e-12));
        }
        WatchHistory whole = watched(run, "1.forward", "Wx.f", sequence).orElseThrow();
        assertThat(whole.isVector()).isTrue();
        assertThat(whole.values()).containsExactly(new double[] {norm, norm, norm, norm}, within(1e-12));
    }

    /** Tables of other widths or heights: nothing is read beyond an edge, and nothing throws. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x > h",
                "x + h > -1e9",
                "Wx.f > h",
                "h != Wx.f",
                "norm(Wx.f + h) >= 0",
                "h @ h != 1",
                "h @ x != 1",
                "Wx.f @ h != 1",
                "nan(h[99])",
                "not (h[99] > 0)",
                "h[99] != 0",
                "W != z",
                "nothing != 0",
                "d.nothing != 0",
                "d.upstream != 0",
                "token != 0 and d.E != 0"
            })
    void whatDoesNotGoTogetherNeverStrikes(String condition) {
        // one sequence too: a row of it is no row of a matrix
        for (Run any : List.of(run, Run.of(DeepNetwork.drawn(run.session().network(), 3, List.of(3))))) {
            for (int sequence = 0; sequence < any.session().batch(); sequence++) {
                assertThat(strikes(any, condition, sequence)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + h", "Wx.f + h", "h @ h", "h[99]", "nothing", "d.nothing", "max(h[99])", "token"})
    void whatDoesNotGoTogetherIsNoWatch(String measure) {
        for (String part : PARTS) {
            assertThat(watched(run, part, measure, 1)).as(part).isEmpty();
        }
        assertThat(watched(run, "7.forward", "h", 0)).isEmpty();
        assertThat(watched(run, "embedding", "token", 0)).isEmpty();
        assertThat(watched(run, "0.forward", "h", 2)).isEmpty();
    }

    @Test
    void theOutputOfAShorterSequenceIsReadWhereItEnds() {
        ReadOut last = new ReadOut(3, false, Activation.SOFTMAX);
        Run read = Run.of(DeepNetwork.session(4, Optional.of(last)));
        for (int sequence = 0; sequence < 2; sequence++) {
            assertThat(strikes(read, "y[0] > 0", sequence))
                    .extracting(moment -> moment.operation().quantity())
                    .containsExactly(ReadOutEquations.OUTPUT);
            assertThat(strikes(read, "L > -1e9", sequence)).hasSize(1);
            assertThat(strikes(run, "L > -1e9", sequence)).hasSize(1);
        }
        assertThat(strikes(run, "y[0] < 2 and y[0] != 99", 1))
                .extracting(Moment::step)
                .containsExactly(0);
    }

    /** c stays infinite while gates and h are finite: it becomes so once. */
    @Test
    void whatStaysInfiniteStrikesOnce() {
        Cell cell = Cell.parse("state h, c\ng = tanh(x @ W)\nc' = c + g\nh' = tanh(c')");
        Session session = Session.zeros("", cell, 2, 5, 3, 3);
        Matrix infinite = Matrix.filled(2, 3, Double.POSITIVE_INFINITY);
        Session spoilt = session.edit(new TableId.InitialState("0.forward.c"), zeros -> infinite);
        Run diverged = Run.of(spoilt);
        for (Breakpoint breakpoint : List.of(new OnNonFinite(true), OnCondition.of("any inf"))) {
            List<Moment> forward = strikes(diverged, breakpoint, 1).stream()
                    .filter(moment -> moment.phase() == Phase.FORWARD)
                    .toList();
            assertThat(forward).as("%s", breakpoint).hasSize(1);
            assertThat(forward.getFirst().step()).isZero();
            assertThat(forward.getFirst().operation().quantity()).isEqualTo("c'");
        }
    }

    /** Deviations from the mean of deviations from the mean …: of each, every unit needs all of the one within. */
    @Test
    void deepReductionsCostNoMoreThanTheirNumber() {
        String text = "h'";
        for (int depth = 0; depth < 40; depth++) {
            text = "h' - mean(" + text + ")";
        }
        double[] values = watched(run, "2.forward", text, 0).orElseThrow().values();
        for (int t = 0; t < values.length; t++) {
            double[] h = run.trace().part("2.forward").value("h'").row(t, 0);
            double mean = 0;
            double[] deviations = h.clone();
            for (int depth = 0; depth < 40; depth++) {
                mean = Arrays.stream(deviations).average().orElseThrow();
                double about = mean;
                deviations = Arrays.stream(h).map(value -> value - about).toArray();
            }
            assertThat(values[t]).isBetween(norm(deviations) - 1e-12, norm(deviations) + 1e-12);
        }
    }

    /** The two directions of the top layer share theirs. */
    @Test
    void aParametersGradientCountsOnceAllSharesAreIn() {
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        for (String part : PARTS) {
            String name = part.equals("dense") ? "d.W" : gradientOfAParameter(part);
            WatchHistory history = watched(run, part, "norm(" + name + ")", 0).orElseThrow();
            Set<String> parts = part.startsWith("2.") ? Set.of("2.forward", "2.backward") : Set.of(part);
            long whole = lastShare(parts, name);
            assertThat(history.computed(run, start.at(whole - 1))).isEqualTo(new Range(0, 0));
            assertThat(history.computed(run, start.at(whole))).isEqualTo(new Range(0, 4));
            Set<Long> struck = new HashSet<>();
            Playhead now = start;
            Optional<Stop> stop;
            do {
                stop = Stops.next(run, now, start.toEnd(), List.of(OnCondition.of("norm(" + name + ") >= 0")), 0);
                stop.ifPresent(there -> struck.add(there.position()));
                now = stop.map(there -> start.at(there.position())).orElse(now);
            } while (stop.isPresent());
            assertThat(struck).as(part).contains(whole);
            assertThat(struck.stream()
                            .map(place -> start.at(place).moment().orElseThrow())
                            .filter(moment -> parts.contains(moment.part())))
                    .as(part)
                    .hasSize(1);
        }
    }

    private String gradientOfAParameter(String part) {
        Cell cell = run.session().network().part(part).layer().cell();
        return Cell.gradient(cell.parameters().keySet().iterator().next());
    }

    private long lastShare(Set<String> parts, String gradient) {
        List<Moment> moments = PlayedRun.of(run.session()).moments();
        return 1L
                + IntStream.range(0, moments.size())
                        .filter(i -> parts.contains(moments.get(i).part()))
                        .filter(i -> moments.get(i).operation().quantity().equals(gradient))
                        .max()
                        .orElseThrow();
    }

    @Test
    void aUnitReadsAsItIsWritten() {
        assertThat(WatchedExpression.parse("f[2]").expression()).hasToString("f[2]");
        assertThat(WatchedExpression.parse("max(abs((f + i)[0])) - norm(d.h)").expression())
                .hasToString("max(abs((f + i)[0])) - norm(d.h)");
    }
}

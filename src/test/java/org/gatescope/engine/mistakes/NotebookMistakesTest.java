package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every figure of oracle/notebooks.json but the tokenizer's: with their authors' mistakes, and without. */
class NotebookMistakesTest {
    private static final double EXACT = 1e-12;
    private static final Set<Mistake> C = Set.of(
            Mistake.SLOPE_AT_LAST_STEP,
            Mistake.UPSTREAM_TWICE,
            Mistake.RECURRENT_GRADIENT_LOST,
            Mistake.WEIGHT_GRADIENT_FROM_PRODUCT,
            Mistake.UPDATE_WITHIN_LOOP);
    private static final Set<Mistake> D = Set.of(Mistake.STEP_COUNTER_STUCK, Mistake.UPDATE_WITHIN_LOOP);

    private final JsonNode notebooks = Notebooks.read();
    private final Network network = rnn(2, 4);

    @Nested
    class NotebookC {
        private final JsonNode figures = notebooks.get("simple-rnn-backward");
        private final MistakenTrace run = run(C, figures, true);

        @Test
        void itsForwardPassIsRight() {
            assertForward(run.trace());
        }

        @Test
        void itsBackwardPassIsAsItsAuthorWroteIt() {
            JsonNode asWritten = figures.get("asWritten");
            assertSeries(run.trace().inputGradient(), asWritten.at("/dx/0"));
            assertTable(after("Wx.h"), asWritten.get("WxAfter"));
            assertTable(after("Wh.h"), asWritten.get("WhAfter"));
            assertRow(after("b.h"), asWritten.get("bAfter"));
        }

        @Test
        void itPrintsWhatTheNotebookPrints() {
            assertPrinted(run.trace().inputGradient(), figures.at("/printed/dx/0"), 13); // 8 digits after 10⁻⁵
        }

        private Matrix after(String parameter) {
            return NotebookMistakesTest.after(run, parameter);
        }
    }

    @Nested
    class NotebookD {
        private final JsonNode figures = notebooks.get("classifier-backward");
        private final MistakenTrace run = run(D, figures, false);

        @Test
        void itsForwardPassIsRight() {
            assertForward(run.trace());
        }

        @Test
        void itsBackwardPassIsAsItsAuthorWroteIt() {
            JsonNode asWritten = figures.get("asWritten");
            assertSeries(run.trace().inputGradient(), asWritten.get("dxInOrderOfCalls"));
            assertRow(run.trace().part("0.forward").initialStateGradient("h"), asWritten.get("dh0"));
            assertTable(after(run, "Wx.h"), asWritten.get("WxAfter"));
            assertTable(after(run, "Wh.h"), asWritten.get("WhAfter"));
            assertRow(after(run, "b.h"), asWritten.get("bAfter"));
        }

        @Test
        void itPrintsWhatTheNotebookPrints() {
            assertPrinted(run.trace().inputGradient(), figures.at("/printed/dxInOrderOfCalls"), 8);
            Matrix first = run.trace().part("0.forward").initialStateGradient("h");
            for (int unit = 0; unit < first.columns(); unit++) {
                assertPrinted(first.get(0, unit), figures.at("/printed/dh0/" + unit), 8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple-rnn-backward", "classifier-backward"})
    void withoutMistakesBothEnginesAreRight(String notebook) {
        JsonNode figures = notebooks.get(notebook);
        NetworkInputs inputs = inputs(figures);
        assertCorrect(NetworkPlan.of(network, 1, 3).run(inputs), figures.get("correct"));
        assertCorrect(run(Set.of(), figures, false).trace(), figures.get("correct"));
    }

    /** Notebook A: one step from given states; its weights were uniform, and such that eight digits show 1 everywhere. */
    @ParameterizedTest
    @ValueSource(longs = {5, 9, 10})
    void theSaturatedCellIsSaturated(long seed) {
        JsonNode figures = notebooks.get("saturated-cell");
        Network one = rnn(5, 6);
        Matrix x = Notebooks.matrix(figures.get("x"));
        Matrix zeros = Matrix.zeros(3, 6);
        NetworkInputs inputs = new NetworkInputs(
                Map.of(
                        "0.forward.Wx.h", uniform(seed, 5, 6),
                        "0.forward.Wh.h", uniform(seed + 100, 6, 6),
                        "0.forward.b.h", Matrix.filled(1, 6, figures.get("b").asDouble())),
                x,
                List.of(1, 1, 1),
                0,
                Map.of("0.forward.h", Notebooks.matrix(figures.get("h0"))),
                zeros,
                Map.of("0.forward.h", zeros),
                Optional.empty());
        NetworkTrace fast = NetworkPlan.of(one, 3, 1).run(inputs);
        NetworkTrace plain = new MistakenRun(Set.of(Mistake.FIRST_STEP_ONLY), new StepUpdate(0, false))
                .of(one, 3, 1, inputs)
                .trace();
        for (int n = 0; n < 3; n++) {
            for (int unit = 0; unit < 6; unit++) {
                JsonNode printed = figures.at("/printed/h/" + n + "/" + unit);
                assertPrinted(fast.output().at(0, n, unit), printed, 8);
                assertPrinted(plain.output().at(0, n, unit), printed, 8);
            }
        }
    }

    private static Matrix uniform(long seed, int rows, int columns) {
        Random random = new Random(seed);
        return Matrix.zeros(rows, columns).map(zero -> random.nextDouble());
    }

    private static Network rnn(int inputs, int hidden) {
        Layer layer = new Layer(BuiltInCells.cell("rnn-tanh"), hidden, Layer.Directions.FORWARD);
        return new Network(inputs, List.of(layer), Optional.empty());
    }

    private MistakenTrace run(Set<Mistake> mistakes, JsonNode figures, boolean averaged) {
        StepUpdate update = new StepUpdate(figures.get("learningRate").asDouble(), averaged);
        return new MistakenRun(mistakes, update).of(network, 1, 3, inputs(figures));
    }

    private NetworkInputs inputs(JsonNode figures) {
        JsonNode sequence = notebooks.get("small-sequence");
        Map<String, Matrix> zero = Map.of("0.forward.h", Matrix.zeros(1, 4));
        return new NetworkInputs(
                Map.of(
                        "0.forward.Wx.h", Notebooks.matrix(sequence.get("Wx")),
                        "0.forward.Wh.h", Notebooks.matrix(sequence.get("Wh")),
                        "0.forward.b.h", Matrix.row(Notebooks.row(sequence.get("b")))),
                Notebooks.matrix(sequence.at("/x/0")),
                List.of(3),
                0,
                zero,
                Notebooks.matrix(figures.at("/upstream/0")),
                zero,
                Optional.empty());
    }

    private void assertForward(NetworkTrace trace) {
        Trace layer = trace.part("0.forward");
        JsonNode sequence = notebooks.get("small-sequence");
        assertSeries(layer.value("h.pre"), sequence.at("/exact/preActivation"));
        assertSeries(layer.value("h'"), sequence.at("/exact/h"));
        assertPrinted(layer.value("h.pre"), sequence.at("/printed/preActivation"), 8);
        assertPrinted(trace.output(), sequence.at("/printed/h"), 8);
    }

    private void assertCorrect(NetworkTrace trace, JsonNode correct) {
        assertForward(trace);
        assertTable(trace.parameterGradient("0.forward.Wx.h"), correct.get("dWx"));
        assertTable(trace.parameterGradient("0.forward.Wh.h"), correct.get("dWh"));
        assertRow(trace.parameterGradient("0.forward.b.h"), correct.get("db"));
        assertSeries(trace.inputGradient(), correct.at("/dx/0"));
        assertTable(trace.part("0.forward").initialStateGradient("h"), correct.get("dh0"));
        assertSeries(trace.part("0.forward").gradient("h'"), correct.get("dh"));
    }

    private static Matrix after(MistakenTrace run, String parameter) {
        return run.parametersAfter().getOrDefault("0.forward." + parameter, Matrix.zeros(0, 0));
    }

    /** The number as it is printed: rounded to so many digits after the point. */
    private static void assertPrinted(double actual, JsonNode printed, int digits) {
        assertThat(new BigDecimal(actual).setScale(digits, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(printed.decimalValue());
    }

    private static void assertPrinted(Series actual, JsonNode printed, int digits) {
        assertThat(printed.size()).isEqualTo(actual.steps());
        for (int t = 0; t < actual.steps(); t++) {
            assertThat(printed.get(t).size()).isEqualTo(actual.width());
            for (int unit = 0; unit < actual.width(); unit++) {
                assertPrinted(actual.at(t, 0, unit), printed.get(t).get(unit), digits);
            }
        }
    }

    private static void assertSeries(Series actual, JsonNode expected) {
        double[][] rows = new double[actual.steps()][actual.width()];
        for (int t = 0; t < actual.steps(); t++) {
            for (int unit = 0; unit < actual.width(); unit++) {
                rows[t][unit] = actual.at(t, 0, unit);
            }
        }
        assertTable(Matrix.of(rows), expected);
    }

    private static void assertRow(Matrix actual, JsonNode expected) {
        assertTable(actual, Matrix.row(Notebooks.row(expected)));
    }

    private static void assertTable(Matrix actual, JsonNode expected) {
        assertTable(actual, Notebooks.matrix(expected));
    }

    private static void assertTable(Matrix actual, Matrix expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        for (int row = 0; row < actual.rows(); row++) {
            for (int column = 0; column < actual.columns(); column++) {
                assertThat(actual.get(row, column)).isCloseTo(expected.get(row, column), within(EXACT));
            }
        }
    }
}

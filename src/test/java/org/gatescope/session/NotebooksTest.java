package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.lesson.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The notebooks' figures, without their mistakes, from the examples that the window opens with. */
class NotebooksTest {
    private static final double VALUES = 1e-12;
    private static final double GRADIENTS = 1e-10;
    private static final double PRINTED = 5.1e-9; // eight digits are printed

    @ParameterizedTest
    @CsvSource({"SMALL_SEQUENCE,simple-rnn-backward", "SMALL_SEQUENCE_ONES,classifier-backward"})
    void examplesGiveTheNotebooksFigures(Example example, String backward) throws IOException {
        JsonNode notebooks = read();
        Session session = example.session();
        Trace trace = OneLayer.run(session);
        JsonNode forward = notebooks.at("/small-sequence/exact");
        series(trace.value("h.pre"), forward.get("preActivation"), VALUES);
        series(trace.value(Cell.after("h")), forward.get("h"), VALUES);
        JsonNode printed = notebooks.at("/small-sequence/printed");
        series(trace.value("h.pre"), printed.get("preActivation"), PRINTED);
        series(trace.value(Cell.after("h")), printed.get("h"), PRINTED);
        JsonNode expected = notebooks.get(backward).get("correct");
        table(trace.parameterGradient("Wx.h"), expected.get("dWx"));
        table(trace.parameterGradient("Wh.h"), expected.get("dWh"));
        row(trace.parameterGradient("b.h"), 0, expected.get("db"));
        series(trace.gradient("x"), expected.get("dx").get(0), GRADIENTS);
        table(trace.initialStateGradient("h"), expected.get("dh0"));
        series(trace.gradient(Cell.after("h")), expected.get("dh"), GRADIENTS);
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = NotebooksTest.class.getResourceAsStream("/oracle/notebooks.json")) {
            return new JsonMapper().readTree(in);
        }
    }

    private static void series(Series actual, JsonNode expected, double tolerance) {
        assertThat(expected.size()).isEqualTo(actual.steps());
        for (int t = 0; t < actual.steps(); t++) {
            assertThat(expected.get(t).size()).isEqualTo(actual.width());
            for (int unit = 0; unit < actual.width(); unit++) {
                assertThat(actual.at(t, 0, unit))
                        .isCloseTo(expected.get(t).get(unit).asDouble(), within(tolerance));
            }
        }
    }

    private static void table(Matrix actual, JsonNode expected) {
        assertThat(expected.size()).isEqualTo(actual.rows());
        for (int row = 0; row < actual.rows(); row++) {
            row(actual, row, expected.get(row));
        }
    }

    private static void row(Matrix actual, int row, JsonNode expected) {
        assertThat(expected.size()).isEqualTo(actual.columns());
        for (int column = 0; column < actual.columns(); column++) {
            assertThat(actual.get(row, column)).isCloseTo(expected.get(column).asDouble(), within(GRADIENTS));
        }
    }
}

package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The notebooks' figures, without their mistakes, can be read off the window, square by square. */
class NotebookFiguresTest extends WindowScene {
    private static final double TOLERANCE = 1e-12;

    private static String sizes(Session session) {
        return "N " + session.batch() + " · T " + session.steps() + " · D "
                + session.network().inputs() + " · H "
                + session.network().layers().getFirst().hidden();
    }

    @Test
    void notebookCForward() throws IOException {
        JsonNode exact = notebooks().at("/small-sequence/exact");
        JsonNode printed = notebooks().at("/small-sequence/printed");
        assertLane("h.pre", "h_pre", exact.get("preActivation"));
        assertLane("h'", "h", exact.get("h"));
        click(square("h'", 2, 3));
        assertThat(new BigDecimal(number(reading())).setScale(8, RoundingMode.HALF_EVEN))
                .isEqualTo(printed.at("/h/2/3").decimalValue());
        assertThat(reading()).isEqualTo("h[t=2, unit 3] = 0.8558417381114936");
    }

    @Test
    void notebookCBackward() throws IOException {
        assertBackward(notebooks().at("/simple-rnn-backward/correct"));
    }

    @Test
    void notebookDForwardAndBackward() throws IOException {
        openExample(Example.SMALL_SEQUENCE_ONES);
        assertLane("h.pre", "h_pre", notebooks().at("/small-sequence/exact/preActivation"));
        assertLane("h'", "h", notebooks().at("/small-sequence/exact/h"));
        assertBackward(notebooks().at("/classifier-backward/correct"));
    }

    @Test
    void hoveringShowsTheSameNumber() throws IOException {
        JsonNode exact = notebooks().at("/small-sequence/exact/h");
        hover(square("h'", 1, 2));
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("h[t=1, unit 2] = ")
                .satisfies(note ->
                        assertThat(number(note)).isCloseTo(exact.at("/1/2").asDouble(), within(TOLERANCE)));
        hover(square("d.x", 0, 1));
        assertThat(notes()).singleElement().asString().startsWith("∂L/∂x[t=0, input 1] = 0.00297103748820");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleOpensAndUndoLeadsBack(Example example) {
        Session before = session();
        openExample(example);
        assertThat(session()).isEqualTo(example.session());
        assertThat(Stream.of("lane-x", "lane-h'", "lane-d.h'")).allMatch(this::has);
        assertThat(position()).matches("op .* · t = \\d+.*");
        assertThat(text("status-sizes")).startsWith(sizes(example.session()));
        assertThat(text("title")).startsWith(example.session().title());
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).as("what was opened over").isEqualTo(before);
    }

    @Test
    void theSentenceShowsItsWords() {
        openExample(Example.SENTENCE);
        assertThat(styled(".ruler").getAccessibleText()).endsWith("you");
        clickCell("input", 3, 0);
        assertThat(grid("input").getAccessibleText()).contains("3 pen", "column a");
    }

    private void assertBackward(JsonNode correct) {
        assertLane(
                "d.h'",
                "∂L/∂h",
                correct.at("/dh/0").isArray() && correct.at("/dh/0/0").isArray()
                        ? correct.at("/dh/0")
                        : correct.get("dh"));
        assertLane("d.x", "∂L/∂x", correct.at("/dx/0"));
    }

    /** Every square of a lane, selected by the arrow keys, is read out in the status line. */
    private void assertLane(String lane, String name, JsonNode steps) {
        click(square(lane, 0, 0));
        for (int t = 0; t < steps.size(); t++) {
            int units = steps.get(t).size();
            for (int i = 0; i < units; i++) {
                int unit = t % 2 == 0 ? i : units - 1 - i; // down one column, up the next
                type(KeyCode.END);
                assertThat(reading())
                        .startsWith(name + "[t=" + t + (lane.equals("d.x") ? ", input " : ", unit ") + unit + "] = ");
                assertThat(number(reading()))
                        .as(reading())
                        .isCloseTo(steps.get(t).get(unit).asDouble(), within(TOLERANCE));
                if (i < units - 1) {
                    type(t % 2 == 0 ? KeyCode.DOWN : KeyCode.UP);
                }
            }
            chord(KeyCode.RIGHT, KeyCode.CONTROL);
        }
    }

    private static double number(String reading) {
        return typed(reading.substring(reading.indexOf(" = ") + 3));
    }

    private static JsonNode notebooks() throws IOException {
        try (InputStream in = NotebookFiguresTest.class.getResourceAsStream("/oracle/notebooks.json")) {
            return new JsonMapper().readTree(in);
        }
    }

    private static double typed(String text) {
        return TypedNumber.read(text) instanceof TypedNumber.Number(double value) ? value : Double.NaN;
    }
}

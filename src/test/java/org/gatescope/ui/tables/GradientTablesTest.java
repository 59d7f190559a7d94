package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.holding;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.Formula;
import org.gatescope.cell.SymbolName;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.lesson.Example;
import org.gatescope.picture.FormulaText;
import org.gatescope.ui.grid.GridContent;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of weights and initial states show their gradients in the place of their values. */
class GradientTablesTest extends WindowScene {
    private static final double TOLERANCE = 1e-10;

    @Test
    void notebookCsGradientsCanBeReadOff() throws IOException {
        click(node("show-gradients"));
        assertGradients("/simple-rnn-backward/correct");
    }

    @Test
    void notebookDsGradientsCanBeReadOff() throws IOException {
        openExample(Example.SMALL_SEQUENCE_ONES);
        click(node("show-gradients"));
        assertGradients("/classifier-backward/correct");
    }

    @Test
    void theyAreThereOnceThePlayheadHasComeToTheirLastShare() {
        click(node("show-gradients"));
        type(KeyCode.LEFT); // before ∂b.h, the last operation of all
        assertThat(content("b.h").text(0, 0)).isEqualTo("·");
        assertThat(content("b.h").describe(0, 0)).is(holding("ui.tables:gradient.missing"));
        assertThat(content("Wx.h").describe(0, 0)).isNot(holding("ui.tables:gradient.missing"));
        type(KeyCode.RIGHT);
        assertThat(content("b.h").describe(0, 0)).contains("0.0127906399810");
        type(KeyCode.HOME);
        assertThat(content("Wx.h").text(0, 0)).isEqualTo("·");
    }

    @Test
    void theTitleSaysWhatTheTableHoldsAndWhetherItIsThereYet() {
        Formula weight = SymbolName.of("Wx.h");
        assertThat(title("Wx.h")).isEqualTo(FormulaText.of(weight));
        String words = words("Wx.h");
        click(node("show-gradients"));
        assertThat(title("Wx.h")).isEqualTo(FormulaText.of(Formula.derivative(weight)));
        assertThat(words("Wx.h")).isEqualTo(words);
        type(KeyCode.HOME);
        assertThat(words("Wx.h")).is(holding("ui.tables:gradient.missing"));
        click(node("show-values"));
        assertThat(title("Wx.h")).isEqualTo(FormulaText.of(weight));
        assertThat(words("Wx.h")).isEqualTo(words);
    }

    private String title(String table) {
        return onWindow(
                () -> node("table-" + table).lookup(".heading > .formula-view").getAccessibleText());
    }

    private String words(String table) {
        return onWindow(() -> ((Label) node("table-" + table).lookup(".heading > .label")).getText());
    }

    @Test
    void theyFollowAnEditAndCannotBeEdited() {
        click(node("show-gradients"));
        double before = content("Wx.h").value(0, 0);
        clickCell("input", 0, 0);
        write("0,5");
        type(KeyCode.ENTER);
        assertThat(content("Wx.h").value(0, 0)).isNotEqualTo(before);
        assertThat(content("Wx.h").editable()).isFalse();
        click(node("show-values"));
        assertThat(content("Wx.h").value(0, 0)).isEqualTo(0.01);
        assertThat(content("Wx.h").editable()).isTrue();
    }

    private GridContent content(String table) {
        return onWindow(() -> grid(table).getContent());
    }

    private void assertGradients(String at) throws IOException {
        try (InputStream in = GradientTablesTest.class.getResourceAsStream("/oracle/notebooks.json")) {
            JsonNode correct = new JsonMapper().readTree(in).at(at);
            assertTable("Wx.h", correct.get("dWx"));
            assertTable("Wh.h", correct.get("dWh"));
            assertTable("b.h", new JsonMapper().createArrayNode().add(correct.get("db")));
            assertTable("initial h", correct.get("dh0"));
        }
    }

    private void assertTable(String name, JsonNode rows) {
        GridContent content = content(name);
        assertThat(content.rows()).isEqualTo(rows.size());
        for (int r = 0; r < rows.size(); r++) {
            assertThat(content.columns()).isEqualTo(rows.get(r).size());
            for (int c = 0; c < rows.get(r).size(); c++) {
                String read = content.describe(r, c);
                assertThat(typed(read.substring(read.lastIndexOf(": ") + 2)))
                        .as("%s, as read: %s", name, read)
                        .isCloseTo(rows.get(r).get(c).asDouble(), within(TOLERANCE));
            }
        }
    }

    private static double typed(String text) {
        return TypedNumber.read(text) instanceof TypedNumber.Number(double value) ? value : Double.NaN;
    }
}

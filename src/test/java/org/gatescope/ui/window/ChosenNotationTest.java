package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.gatescope.cell.Convention;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.control.ShownNotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The notation is chosen by keys, and everything that is read follows it. */
@Isolated("the notation is that of the whole app")
class ChosenNotationTest extends WindowScene {
    private static final int MOST_ITEMS = 12;

    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE_LSTM.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, false, true, 0, 0);
    }

    @AfterEach
    void asBefore() {
        robot.interact(() -> ShownNotation.property().set(Convention.FIRST));
    }

    /** By the keys of the menu. @param id of an item */
    private void choose(String id) {
        robot.moveTo(
                new Point2D(stage.getX() + WIDTH - 20, stage.getY() + HEIGHT - 20)); // a mouse over it chooses, too
        chord(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
        for (int i = 0; i < MOST_ITEMS && !isChosen(id); i++) {
            type(KeyCode.DOWN);
        }
        type(KeyCode.ENTER);
    }

    private boolean isChosen(String id) {
        return onWindow(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(menu -> menu.getScene().lookup("#" + id))
                .anyMatch(item -> item != null && item.isFocused()));
    }

    private List<String> equations() {
        return formulas("#equations .formula-view");
    }

    private List<String> formulas(String selector) {
        return every(selector).stream().map(Node::getAccessibleText).toList();
    }

    /** Of matrices, beside their lines. */
    private List<String> shapes() {
        return every("#equations .shape").stream()
                .map(label -> onWindow(() -> ((Label) label).getText()))
                .filter(text -> text.contains("×"))
                .distinct()
                .toList();
    }

    @Test
    void stepsAreCountedFromOneWhereverTheyAreRead() {
        resize(1400, 960);
        type(KeyCode.END);
        assertThat(position()).endsWith("t = 0");
        choose("notation-from-1");
        assertThat(Convention.shown()).isEqualTo(Convention.FIRST.withFirstStep(1));
        assertThat(position()).endsWith("t = 1");
        assertThat(styled(".ruler").getAccessibleText()).contains("t = 1");
        assertThat(spoken("f")).contains("t = 1");
        click(square("f", 2, 1));
        assertThat(reading()).contains("f[t=3, unit 1]");
        assertThat(formulas(".formula-view")).anyMatch(formula -> formula.startsWith("f 3"));
        choose("notation-from-0");
        assertThat(position()).endsWith("t = 0");
        assertThat(formulas(".formula-view")).anyMatch(formula -> formula.startsWith("f 2"));
    }

    @Test
    void gatesAndStatesAreCalledAsInTheBook() {
        resize(1400, 960);
        type(KeyCode.HOME, KeyCode.RIGHT);
        List<String> own = equations();
        choose("notation-ng");
        assertThat(equations())
                .anyMatch(line -> line.startsWith("Γ u = σ(W x u"))
                .hasSameSizeAs(own);
        assertThat(spoken("i")).startsWith("Γ u");
        assertThat(((ToggleButton) node("gate-f")).getText()).isEqualTo("Γ_f forget");
        click(square("h'", 1, 2));
        assertThat(reading()).startsWith("a[t=2, unit 2]");
        choose("notation-gatescope");
        assertThat(equations()).containsExactlyInAnyOrderElementsOf(own);
        assertThat(spoken("i")).startsWith("i,");
    }

    @Test
    void columnsTurnFormulasAndShapesAboutAndTablesStayAsTheyAreKept() {
        resize(1400, 960);
        type(KeyCode.END);
        assertThat(shapes()).contains("(2 × 4)").doesNotContain("(4 × 2)");
        choose("notation-columns");
        assertThat(shapes()).contains("(4 × 2)").doesNotContain("(2 × 4)");
        assertThat(equations()).anyMatch(line -> line.contains("W x i += ∂i pre"));
        Node title = node("table-Wx.i").lookup(".formula-view");
        assertThat(title.getAccessibleText()).contains("⊤");
        assertThat(onWindow(() -> grid("Wx.i").getContent().rows())).isEqualTo(2);
    }
}

package org.gatescope.ui.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.gatescope.Wording;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.engine.Layer;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Phase;
import org.gatescope.session.Reshape;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

class EquationsUiTest extends EquationsScene {
    private static final String PART = "0.forward";

    @Test
    void theLineInPlayIsLitAndItsNodeMarked() {
        seek(Phase.FORWARD, PART, 3, 6); // x W, h W, sum, sigma of i; then of f: x W, h W, the sum

        assertThat(spoken().stream().filter(text -> Wording.says(text, "ui.equations:line.LIT")))
                .singleElement()
                .asString()
                .startsWith("f = σ(");
        assertThat(marked()).containsExactly("x", "\u2009", "W", "xf", "+", "h", "\u2009", "W", "hf", "+", "b", "f");
        assertThat(lines().getAccessibleText())
                .is(saying("ui.equations:lines.lit.FORWARD", 3, null, 2, 6))
                .contains("f = σ(");
        assertThat(spoken().getFirst()).startsWith("i = ").is(saying("ui.equations:line.DONE"));
        assertThat(spoken().getLast()).startsWith("h′ = ").is(saying("ui.equations:line.TO_COME"));
    }

    private List<String> marked() {
        return onWindow(() -> panel.lookupAll(".marked").stream()
                .map(node -> ((Text) node).getText())
                .toList());
    }

    @Test
    void inTheBackwardPhaseTheAdjointLinesTakeTheirPlace() {
        seek(Phase.BACKWARD, PART, 3, 5);

        assertThat(spoken().stream().filter(text -> Wording.says(text, "ui.equations:line.LIT")))
                .singleElement()
                .asString()
                .startsWith("∂");

        click("equations-forward");
        assertThat(spoken().getFirst()).startsWith("i = σ(");
        seek(Phase.BACKWARD, PART, 2, 5);
        assertThat(spoken().getFirst()).startsWith("i = σ(");

        click("equations-forward");
        assertThat(spoken().getFirst()).startsWith("∂");
    }

    @Test
    void theLitLineIsInViewWhereTheWindowOpens() {
        theLitLineIsInView();
    }

    @Test
    void theLitLineIsInViewAmongMany() {
        for (int operation : new int[] {0, 25, 31, 12}) {
            seek(Phase.BACKWARD, PART, 2, operation);
            theLitLineIsInView();
        }
    }

    private void theLitLineIsInView() {
        Bounds list = onWindow(() -> lines().localToScene(lines().getLayoutBounds()));
        Bounds lit = onWindow(() -> {
            Node cell = panel.lookupAll(".equation").stream()
                    .filter(node -> node instanceof LineCell shown
                            && shown.getItem() != null
                            && Wording.says(String.valueOf(shown.getAccessibleText()), "ui.equations:line.LIT"))
                    .findFirst()
                    .orElseThrow();
            return cell.localToScene(cell.getLayoutBounds());
        });

        assertThat(lit.getMinY()).isGreaterThanOrEqualTo(list.getMinY() - 1);
        assertThat(lit.getMaxY()).isLessThanOrEqualTo(list.getMaxY() + 1);
    }

    @Test
    void keysGoThroughTheLinesAndEnterTakesThePlayheadThere() {
        seek(Phase.FORWARD, PART, 3, 3);
        robot.interact(() -> lines().requestFocus());

        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);

        assertThat(playhead().step()).isEqualTo(3);
        assertThat(playhead().moment().orElseThrow().operation().quantity()).isEqualTo("g");
        assertThat(playhead().moment().orElseThrow().operation().completes()).isTrue();
    }

    @Test
    void aClickOnALineTakesThePlayheadThere() {
        seek(Phase.BACKWARD, PART, 3, 0);

        click(cell("∂f "));

        assertThat(playhead().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(playhead().step()).isEqualTo(3);
        assertThat(playhead().moment().orElseThrow().operation().quantity()).isEqualTo("d.f");
    }

    private Node cell(String beginning) {
        return onWindow(() -> panel.lookupAll(".equation").stream()
                .filter(node -> node instanceof LineCell line
                        && line.getItem() != null
                        && String.valueOf(line.getAccessibleText()).startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aGradientGrowsAndItsNumbersCanBeOpened() {
        List<EquationLine> backward =
                onWindow(() -> EquationLine.of(workbench.shown().get().run(), Phase.BACKWARD, PART));
        int place = 0;
        while (!backward.get(place).played().quantity().equals("d.Wx.f")) {
            place++;
        }
        seek(Phase.BACKWARD, PART, 3, place);
        Expression share = playhead().moment().orElseThrow().operation().node();
        assertThat(node("gradient-shares").isVisible()).isTrue();

        robot.interact(() -> node("share-step").requestFocus());
        type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(onWindow(() -> selection.opened().get())).isEqualTo(new NumberId.OfStep(PART, share, 3, 1, 2));
        assertThat(node("share-step").getAccessibleText())
                .is(holding("ui.equations:share.reading", Wording.form("ui.equations:share.of", 3), 1, 2));

        click("share-whole");
        assertThat(onWindow(() -> selection.opened().get()))
                .satisfies(opened -> assertThat(((NumberId.GradientOfGiven) opened).table())
                        .isEqualTo(new TableId.Parameter(PART + ".Wx.f")));
    }

    @Test
    void hundredsOfLinesAreFewNodes() {
        robot.interact(() -> workbench.change(
                "long",
                session -> Reshape.withLayer(
                        session, 0, new Layer(Cell.parse(EquationsGallery.longCell(300)), 6, Layer.Directions.BOTH))));
        seek(Phase.BACKWARD, "0.backward", 1, 900);

        assertThat(onWindow(() -> panel.lookupAll(".equation").size())).isLessThan(40);
        assertThat(spoken().stream().filter(text -> Wording.says(text, "ui.equations:line.LIT")))
                .hasSize(1);
    }

    @Test
    void aPartWithoutEquationsSaysSo() {
        robot.interact(() -> selection.part().set("embedding"));
        settle();

        assertThat(onWindow(() -> lines().isVisible())).isFalse();
        assertThat(onWindow(() -> ((javafx.scene.control.Label) panel.lookup(".no-equations")).getText()))
                .is(saying("ui.equations:none.input"));
        assertThat(node("edit-equations").isDisabled()).isTrue();
    }
}

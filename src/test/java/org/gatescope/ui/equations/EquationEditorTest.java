package org.gatescope.ui.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.gatescope.Wording;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.settings.OwnCells.OwnCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EquationEditorTest extends EquationsScene {
    @BeforeEach
    void edit() {
        click("edit-equations");
        assertThat(onWindow(() -> source().isFocused())).isTrue();
    }

    /** Chooses a piece of the text, as the mouse would, and types over it. */
    private void replace(String old, String typed) {
        robot.interact(() -> {
            int start = source().getText().indexOf(old);
            assertThat(start).as(old).isNotNegative();
            source().selectRange(start, start + old.length());
        });
        if (typed.isEmpty()) {
            type(KeyCode.DELETE);
        } else {
            write(typed);
        }
    }

    private Cell cell() {
        return onWindow(
                () -> workbench.session().get().network().layers().getFirst().cell());
    }

    @Test
    void errorsShowAsOneTypesAndTheLayerKeepsItsCell() {
        Cell before = cell();

        replace("sigmoid(x @ Wx.f", "sigmod(x @ Wx.f");

        assertThat(text("cell-verdict"))
                .is(saying("ui.equations:verdict.wrong", 4, 6))
                .is(holding("cell:function.unknown", "sigmod"));
        assertThat(node("cell-commit").isDisabled()).isTrue();
        Node mark = onWindow(() -> panel.lookup(".error-mark"));
        assertThat(mark.isVisible()).isTrue();
        chord(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(cell()).isEqualTo(before);

        replace("sigmod(", "sigmoid(");
        assertThat(mark.isVisible()).isFalse();
        assertThat(text("cell-verdict")).doesNotContain("Line");
    }

    @Test
    void aNameThatMayNotBeMeantIsPointedOut() {
        replace("h' = o * tanh(c')", "h' = o * tanh(c') * h_prev");

        assertThat(text("cell-verdict"))
                .is(holding("ui.equations:verdict.hint", 8, 21, Wording.text("cell:hint.state", "h_prev", "h", "h'")))
                .is(holding("ui.words:change.added", "h_prev"));
        assertThat(node("cell-commit").isDisabled()).isFalse();

        replace(" * h_prev", "");
        assertThat(text("cell-verdict")).doesNotContain("\n");
    }

    @Test
    void couplingTheGatesByHandNamesWhatIsLostAndIsOneStep() {
        Session before = workbench.session().get();
        replace("i  = sigmoid(x @ Wx.i + h @ Wh.i + b.i)\n", "");
        replace("c' = f * c + i * g", "c' = f*c + (1-f)*g");
        assertThat(text("cell-verdict")).is(saying("ui.words:change.lost", "Wx.i, Wh.i, b.i"));

        chord(KeyCode.ENTER, KeyCode.CONTROL);

        assertThat(cell().lines().stream().map(line -> line.name())).containsExactly("f", "g", "o", "c'", "h'");
        assertThat(cell().parameters()).doesNotContainKeys("Wx.i", "Wh.i", "b.i");
        assertThat(notices).singleElement().asString().is(holding("ui.words:change.lost", "W_xi, W_hi, b_i"));
        Matrix kept = before.table(new TableId.Parameter("0.forward.Wx.f"));
        assertThat(workbench.session().get().table(new TableId.Parameter("0.forward.Wx.f")))
                .isSameAs(kept);
        assertThat(onWindow(() ->
                        workbench.shown().get().run().trace().part("0.forward").value("f")))
                .isNotNull();
        assertThat(onWindow(() -> lines().getItems().getFirst().pass())).isEqualTo("0.forward");

        robot.interact(workbench::undo);
        settle();
        assertThat(workbench.session().get()).isEqualTo(before);
        assertThat(onWindow(() -> source().getText())).isEqualTo(cell().source());
    }

    @Test
    void theCaretStaysWhereOneTypesWhenTheTextIsTakenOver() {
        replace("c' = f * c + i * g", "c' = f * c + i * g * g");
        int caret = onWindow(() -> source().getCaretPosition());

        chord(KeyCode.ENTER, KeyCode.CONTROL);

        assertThat(cell().source()).contains("i * g * g");
        assertThat(onWindow(() -> source().getCaretPosition())).isEqualTo(caret);
    }

    @Test
    void newParametersAreNamedWithTheirInitialisation() {
        replace("c' = f * c + i * g", "c' = f * c + i * g + x @ Wx.new * p");

        assertThat(text("cell-verdict")).contains("Wx.new", "p").is(saying("ui.words:change.added", null, 0.5));
    }

    @Test
    void escapeLeavesTheFocusWhereItCanBeSeen() {
        type(KeyCode.ESCAPE);
        Node owner = onWindow(() -> source().getScene().getFocusOwner());
        assertThat(owner.getId()).isEqualTo("edit-equations");
        assertThat(onWindow(owner::isFocusVisible)).isTrue();
    }

    @Test
    void aDraftStaysWhileTheEditorIsClosed() {
        replace("tanh(c')", "sin(c')");

        type(KeyCode.ESCAPE);
        assertThat(onWindow(() -> source().getParent().getParent().isVisible())).isFalse();
        click("edit-equations");

        assertThat(onWindow(() -> source().getText())).contains("o * sin(c')");
        click("cell-revert");
        assertThat(onWindow(() -> source().getText())).isEqualTo(cell().source());
    }

    @Test
    void aDraftOfAnotherSessionIsNotOffered() {
        Session first = workbench.session().get();
        replace("tanh(c')", "sin(c')");
        robot.interact(() -> workbench.open("open", first.withTitle("another")));
        settle();
        assertThat(onWindow(() -> source().getText())).isEqualTo(cell().source());
        robot.interact(workbench::undo);
        settle();
        assertThat(onWindow(() -> source().getText())).contains("o * sin(c')");
    }

    @Test
    void theTextsUndoIsItsOwn() {
        replace("tanh(c')", "q");

        chord(KeyCode.Z, KeyCode.CONTROL);

        assertThat(onWindow(() -> source().getText())).isEqualTo(cell().source());
    }

    @Test
    void aBuiltInCellCanBeTheStart() {
        choose("start-from", "start-group-2");
        click(robot.lookup("#start-gru").<Node>query());

        assertThat(onWindow(() -> source().getText()))
                .isEqualTo(BuiltInCells.text("gru").orElseThrow());
        assertThat(cell()).isEqualTo(BuiltInCells.cell("lstm"));

        click("cell-commit");
        assertThat(cell()).isEqualTo(BuiltInCells.cell("gru"));
    }

    private void choose(String menu, String item) {
        click(menu);
        Node chosen = robot.lookup("#" + item).query();
        click(chosen);
    }

    @Test
    void aCellIsSavedUnderItsNameAndReplacedOnlyWhenAsked() {
        replace("tanh(c')", "sin(c')");
        saveAs("mine");
        assertThat(names()).containsExactly("mine");
        assertThat(onWindow(() -> source().getText())).startsWith("# mine\n");

        replace("sin(c')", "cos(c')");
        saveAs("mine");
        click("question-no");
        assertThat(saved()).contains("sin(c')");

        saveAs("mine");
        click("question-yes");
        assertThat(saved()).contains("cos(c')");

        click("cell-revert");
        choose("start-from", "start-own-mine");
        assertThat(onWindow(() -> source().getText())).isEqualTo(saved());
    }

    private void saveAs(String name) {
        click("cell-save");
        write(name);
        type(KeyCode.ENTER);
    }

    private List<String> names() {
        return cells.all().stream().map(OwnCell::name).toList();
    }

    private String saved() {
        return ((OwnCell.Usable) cells.all().getFirst()).cell().source();
    }

    @Test
    void whatCannotBeSavedIsSaid() throws Exception {
        Files.writeString(folder.resolve("cells"), "in the way", StandardCharsets.UTF_8);

        saveAs("mine");

        assertThat(text("cell-verdict")).is(saying("ui.settings:cell.unsaved"));
    }

    @Test
    void bothDirectionsGetTheCell() {
        robot.interact(() -> workbench.change(
                "both",
                session -> org.gatescope.session.Reshape.withLayer(
                        session,
                        0,
                        new org.gatescope.engine.Layer(
                                BuiltInCells.cell("lstm"), 3, org.gatescope.engine.Layer.Directions.TIED))));
        settle();
        replace("h' = o * tanh(c')", "h' = o * sin(c')");

        chord(KeyCode.ENTER, KeyCode.CONTROL);

        assertThat(onWindow(() -> workbench.session().get().network().parts().stream()
                        .map(part -> part.layer().cell().source().contains("sin(c')"))
                        .toList()))
                .containsExactly(true, true);
        assertThat(Set.copyOf(notices)).hasSize(1);
    }
}

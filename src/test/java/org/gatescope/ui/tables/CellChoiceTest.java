package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.lesson.Example;
import org.gatescope.session.OneLayer;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Screenshot;
import org.gatescope.ui.window.WindowScene;
import org.gatescope.ui.words.Quantity;
import org.junit.jupiter.api.Test;

/** The menu puts another cell into the session: its tables and lanes come, those of the old one go. */
class CellChoiceTest extends WindowScene {
    static List<String> cells() {
        return BuiltInCells.names();
    }

    /** One after the other in one window. */
    @Test
    void everyCellShowsItsParametersAndLanes() {
        Session before = session();
        for (String name : cells()) {
            chooseCell(name);
            showsItsParametersAndLanes(name);
            assertThat(node("undo").isDisabled()).isEqualTo(name.equals("rnn-tanh"));
            chord(KeyCode.Z, KeyCode.CONTROL);
            assertThat(session()).as(name).isEqualTo(before);
        }
    }

    private void showsItsParametersAndLanes(String name) {
        assertThat(cell().source()).isEqualTo(BuiltInCells.cell(name).source());
        for (Quantity quantity : Quantity.of(BuiltInCells.cell(name))) {
            assertThat(has("lane-" + quantity.id())).as(quantity.id()).isTrue();
        }
        for (String gate : gates()) {
            if (has("gate-" + gate)) {
                click(node("gate-" + gate));
            }
            List<String> expected = cell().parameters().keySet().stream()
                    .filter(parameter -> gate(parameter).equals(gate))
                    .toList();
            assertThat(expected).as(name).allMatch(parameter -> has("table-" + parameter));
            assertThat(tables()).as(name).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void lstmOffersAGateAPillAndSaysWhatIsNewAndLost() {
        List<Screenshot> before = drawings();
        chooseCell("lstm");
        assertThat(((MenuButton) node("cell")).getText()).isEqualTo("LSTM");
        assertThat(notice())
                .is(holding("ui.words:change.added", Pattern.compile("W_xi, W_hi, b_i, W_xf.*"), 0.5))
                .is(holding("ui.words:change.lost", "W_xh, W_hh, b_h"));
        assertThat(pill("i").getText()).isEqualTo("i input");
        assertThat(pill("f").getText()).isEqualTo("f forget");
        assertThat(pill("i").isSelected()).isTrue();
        click(pill("f"));
        assertThat(pill("f").isSelected()).isTrue();
        assertThat(pill("f").isFocused()).isTrue();
        assertThat(tables()).containsExactly("Wx.f", "Wh.f", "b.f");
        clickCell("b.f", 0, 0);
        write("1");
        type(KeyCode.ENTER);
        assertThat(weight("b.f", 0, 0)).isEqualTo(1);
        assertThat(has("table-initial c")).isTrue();
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(drawings()).isEqualTo(before);
    }

    @Test
    void arrowsLeadFromGateToGate() {
        chooseCell("lstm");
        robot.interact(() -> pill("i").requestFocus());
        type(KeyCode.DOWN); // right and left are for playback
        assertThat(pill("f").isFocused()).isTrue();
        type(KeyCode.SPACE);
        assertThat(pill("f").isSelected()).isTrue();
        assertThat(tables()).containsExactly("Wx.f", "Wh.f", "b.f");
        type(KeyCode.DOWN, KeyCode.SPACE);
        assertThat(pill("g").isSelected()).isTrue();
        assertThat(tables()).containsExactly("Wx.g", "Wh.g", "b.g");
    }

    @Test
    void keysGoOnWorkingWhenTheTableThatHadTheFocusIsGone() {
        chooseCell("lstm");
        clickCell("Wh.i", 0, 0);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(has("gate-i")).isFalse();
        chord(KeyCode.Y, KeyCode.CONTROL);
        assertThat(has("gate-i")).isTrue();
        type(KeyCode.F11, KeyCode.F7);
        assertThat(onWindow(() -> stage.getScene().getFocusOwner())).isNotNull();
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(has("gate-i")).isFalse();
    }

    @Test
    void theNoticeGoesWhenWhatItTellsOfIsUndone() {
        chooseCell("gru");
        assertThat(notice()).startsWith("New parameters: ");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(notice()).isEmpty();
    }

    @Test
    void theGateStaysWhereTheNextCellHasItToo() {
        chooseCell("lstm");
        click(pill("f"));
        chooseCell("lstm-peephole");
        assertThat(pill("f").isSelected()).isTrue();
        assertThat(tables()).contains("p.f");
        assertThat(notice()).contains("p_").isNot(holding("ui.words:change.lost"));
    }

    @Test
    void aCellThatNeedsTooMuchMemoryIsRefusedAndTheReasonStays() {
        robot.interact(() -> {
            Session large = Session.zeros("large", BuiltInCells.cell("rnn-tanh"), 1, 1, 1, 5000);
            workbench.open("open", large);
        });
        settle();
        Session before = session();
        assertThat(OneLayer.sizes(before).hidden()).isEqualTo(5000);
        chooseCell("lstm");
        assertThat(session()).isSameAs(before);
        assertThat(notice()).is(saying("engine:memory"));
        openExample(Example.SMALL_SEQUENCE);
    }

    @Test
    void whatIsTypedSearchesNamesAndSourcesByTheKeyboardAlone() {
        focus("cell");
        type(KeyCode.SPACE);
        assertThat(robot.lookup("#cells-search").queryAs(TextField.class))
                .returns(true, Node::isFocused)
                .returns("Search cells by name or source", Node::getAccessibleText);
        assertThat(found()).containsExactlyElementsOf(cells());
        assertThat(robot.lookup("#cell-rnn-tanh").queryButton().getAccessibleText())
                .contains("Elman 1990")
                .is(holding("ui.tables:cells.now.spoken"));
        assertThat(searched("gers")).containsExactly("lstm", "lstm-peephole");
        assertThat(searched("PEEP")).containsExactly("lstm-peephole");
        assertThat(searched("sak 2014")).containsExactly("lstm-projection");
        assertThat(searched("mgu")).containsExactly("minimal-gated");
        assertThat(searched("nothing such")).isEmpty();
        assertThat(robot.lookup("#cells-none").query().isVisible()).isTrue();
        Session before = session();
        type(KeyCode.ENTER);
        assertThat(session()).isSameAs(before);
        assertThat(searched("projection")).containsExactly("lstm-projection");
        type(KeyCode.ENTER);
        assertThat(cell().source())
                .isEqualTo(BuiltInCells.cell("lstm-projection").source());
        assertThat(isOpen()).isFalse();
        assertThat(node("cell").isFocused()).isTrue();
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
    }

    @Test
    void arrowsWalkThroughWhatIsFoundAndEscapeLeavesTheCellAsItWas() {
        Session before = session();
        focus("cell");
        type(KeyCode.ENTER);
        write("gru");
        List<String> grus = found();
        type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(robot.lookup("#cell-" + grus.get(1)).query().isFocused()).isTrue();
        type(KeyCode.UP, KeyCode.UP);
        assertThat(robot.lookup("#cells-search").query().isFocused()).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        assertThat(session()).isSameAs(before);
        type(KeyCode.SPACE);
        assertThat(found()).as("nothing is searched for yet").isEqualTo(cells());
        type(KeyCode.ENTER);
        assertThat(isOpen()).isFalse();
        assertThat(session()).isSameAs(before);
        type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(cell()).isEqualTo(BuiltInCells.cell(cells().get(1)));
        chord(KeyCode.Z, KeyCode.CONTROL);
    }

    private List<String> searched(String typed) {
        chord(KeyCode.A, KeyCode.CONTROL);
        write(typed);
        return found();
    }

    /** Names of the cells that the list shows, as it shows them. */
    private List<String> found() {
        return robot.lookup(".cells-entry").queryAllAs(Button.class).stream()
                .filter(Node::isManaged)
                .map(entry -> entry.getId().substring("cell-".length()))
                .toList();
    }

    private boolean isOpen() {
        return !robot.lookup("#cells-search").queryAll().isEmpty();
    }

    /** What the parameters' names end with; empty for those without a gate. */
    private List<String> gates() {
        return cell().parameters().keySet().stream()
                .map(CellChoiceTest::gate)
                .distinct()
                .toList();
    }

    /** Empty for what belongs to none, such as a projection. */
    private static String gate(String parameter) {
        int dot = parameter.lastIndexOf('.');
        return dot < 0 ? "" : parameter.substring(dot + 1);
    }

    private ToggleButton pill(String gate) {
        return (ToggleButton) node("gate-" + gate);
    }

    /** The parameters that have a table in the window now. */
    private List<String> tables() {
        return onWindow(() -> cell().parameters().keySet().stream()
                .filter(parameter -> has("table-" + parameter))
                .toList());
    }

    private Cell cell() {
        return OneLayer.cell(session());
    }
}

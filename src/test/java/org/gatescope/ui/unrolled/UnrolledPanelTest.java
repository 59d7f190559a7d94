package org.gatescope.ui.unrolled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Box;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.CellDrawing;
import org.gatescope.picture.network.UnrolledLayout;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** The unrolled network as its user has it. */
class UnrolledPanelTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.THREE_SENTENCES.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, false, 0.3, 0);
    }

    @Test
    void aClickOnASquareOpensTheNumberAndASecondOneGoesThere() {
        type(KeyCode.HOME);
        Point2D square = square(row("0.backward"), 2, 1, 3);
        click(square);
        assertThat(playhead().isAtStart()).isTrue();
        robot.doubleClickOn(square);
        settle();
        assertThat(playhead().phase()).isEqualTo(Phase.FORWARD);
        assertThat(playhead().step()).isEqualTo(2);
        assertThat(playhead().moment().map(Playhead.Moment::part)).contains("0.backward");
        assertThat(selectedPart()).isEqualTo("0.backward");
        assertThat(window.selection().opened().get()).isEqualTo(new OfStep("0.backward", "h'", 2, 0, 3));
    }

    @Test
    void inTheBackwardPassASquareOpensItsGradient() {
        type(KeyCode.END);
        click(square(row("0.forward"), 1, 0, 2));
        assertThat(playhead().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(window.selection().opened().get()).isEqualTo(new OfStep("0.forward", "d.c'", 1, 0, 2));
    }

    @Test
    void aClickOnTheLossOpensTheLossOfThatStep() {
        click(middle(row("dense") + 1, 0));
        assertThat(window.selection().opened().get()).isEqualTo(new OfStep("dense", "loss", 0, 0, 0));
        assertThat(selectedPart()).isEqualTo("dense");
    }

    @Test
    void anArrowOpensTheNormOfWhatItCarries() {
        type(KeyCode.END);
        click(between(row("1.forward"), 1));
        assertThat(window.selection().opened().get()).isEqualTo(new NumberId.Norm("1.forward", "d.h", 2, 0));
        click(between(row("1.backward"), 1));
        assertThat(window.selection().opened().get()).isEqualTo(new NumberId.Norm("1.backward", "d.h", 1, 0));
        type(KeyCode.HOME);
        assertThat(playhead().isAtStart()).isTrue();
        click(between(row("1.forward"), 1));
        assertThat(window.selection().opened().get()).isEqualTo(new NumberId.Norm("1.forward", "h'", 1, 0));
    }

    @Test
    void keysMoveFromCellToCellAndEnterGoesThere() {
        type(KeyCode.HOME);
        robot.interact(() -> view().requestFocus());
        type(KeyCode.UP, KeyCode.UP, KeyCode.PAGE_DOWN);
        assertThat(onWindow(() -> view().getAccessibleText()))
                .startsWith("layer 2 →")
                .endsWith("t = 1");
        type(KeyCode.ENTER);
        assertThat(playhead().step()).isEqualTo(1);
        assertThat(selectedPart()).isEqualTo("1.forward");
        assertThat(window.selection().opened().get()).isEqualTo(new OfStep("1.forward", "h'", 1, 0, 0));
    }

    @Test
    void whatIsShownIsSaidInWords() {
        type(KeyCode.HOME);
        assertThat(spokenWords())
                .is(holding("ui.unrolled:cell.not-yet", "layer 1 →"))
                .isNot(holding("ui.unrolled:cell.value"));
        type(KeyCode.END);
        assertThat(spokenWords()).is(holding("ui.unrolled:cell.gradient", "layer 1 →", "h"));
    }

    /** A word below a dot could be taken for what is read out. */
    @Test
    void beforeAnythingIsReadOutItsTargetIsCalledOne() {
        type(KeyCode.HOME);
        hover(middle(row("dense"), 1));
        assertThat(notes())
                .singleElement()
                .asString()
                .is(holding("ui.unrolled:output.target", null, session().token(0, 2)))
                .is(holding("ui.words:not-yet"));
        type(KeyCode.END);
        hover(middle(row("dense"), 2));
        hover(middle(row("dense"), 1));
        assertThat(notes().getFirst())
                .is(holding("ui.unrolled:output.target", null, session().token(0, 2)))
                .isNot(holding("ui.words:not-yet"));
    }

    @Test
    void aKeyFoldsAndUnfoldsIt() {
        robot.interact(() -> view().animatedProperty().set(false));
        type(KeyCode.R);
        assertThat(onWindow(() -> placed().rolled())).isEqualTo(1);
        type(KeyCode.R);
        assertThat(onWindow(() -> placed().rolled())).isZero();
    }

    private UnrolledView view() {
        return (UnrolledView) onWindow(() -> window.root().lookup(".unrolled"));
    }

    private UnrolledLayout placed() {
        return Objects.requireNonNull(view().placed());
    }

    private String spokenWords() {
        return onWindow(() -> view().getAccessibleText());
    }

    private String selectedPart() {
        return onWindow(() -> window.selection().part().get());
    }

    private int row(String part) {
        return onWindow(() -> {
            var rows = placed().rows();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).part().equals(part)) {
                    return i;
                }
            }
            throw new AssertionError(part);
        });
    }

    private Point2D middle(int row, int t) {
        return onWindow(() -> {
            Box box = placed().box(row, t);
            return view().localToScreen(TimeAxis.HEADING + box.centreX(), box.centreY());
        });
    }

    /** The middle between two cells of a row. */
    private Point2D between(int row, int t) {
        return onWindow(() -> {
            double x = (placed().box(row, t).right() + placed().box(row, t + 1).x()) / 2;
            return view().localToScreen(
                            TimeAxis.HEADING + x, placed().box(row, t).centreY());
        });
    }

    /** @param state counted from the left */
    private Point2D square(int row, int t, int state, int unit) {
        return onWindow(() -> {
            int units = workbench.session().get().network().layers().get(0).hidden();
            Box column = CellDrawing.column(placed().box(row, t), state, 2);
            double y = column.y() + (unit + 0.5) * column.height() / units;
            return view().localToScreen(TimeAxis.HEADING + column.centreX(), y);
        });
    }
}

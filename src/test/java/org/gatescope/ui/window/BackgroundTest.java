package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Sizes;
import org.gatescope.session.OneLayer;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.junit.jupiter.api.Test;

/** What would make the window wait is computed elsewhere; here, when the test says so. */
class BackgroundTest extends WindowScene {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    protected Session first() {
        Sizes sizes = new Sizes(1, 900, 2, 64);
        return OneLayer.zeros("larger", BuiltInCells.cell("lstm"), sizes)
                .with(new TableId.Input(0), new Fill.Normal(1, 1).matrix(900, 2))
                .with(OneLayer.parameter("Wx.g"), new Fill.Normal(1, 2).matrix(2, 64))
                .with(OneLayer.parameter("Wh.g"), new Fill.Normal(0.1, 3).matrix(64, 64));
    }

    @Override
    protected Executor background() {
        return waiting::add;
    }

    @Test
    void theWindowSaysThatItComputesAndShowsTheRunBeforeUntilItIsDone() {
        List<Screenshot> before = lanes();
        edit("2");
        assertThat(text("status-time")).is(saying("ui.window:status.computing"));
        assertThat(waiting).isNotEmpty();
        assertThat(weight("Wx.i", 0, 0)).isEqualTo(2);
        assertThat(lanes()).isEqualTo(before);
        finish();
        assertThat(text("status-time")).is(saying("ui.window:status.time"));
        assertThat(lanes()).isNotEqualTo(before);
    }

    @Test
    void theWindowStaysUsableMeanwhile() {
        edit("2");
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.HOME);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(playhead().step()).isZero();
        click(square("c'", 0, 10));
        assertThat(reading()).startsWith("c[t=0, unit ");
        click(node("gate-f"));
        assertThat(has("table-Wx.f")).isTrue();
        click(node("theme"));
        assertThat(text("status-time")).is(saying("ui.window:status.computing"));
        long place = playhead().position();
        finish();
        assertThat(playhead().position()).isEqualTo(place);
    }

    @Test
    void theLatestEditWins() {
        edit("2");
        edit("3");
        edit("4");
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(3); // panels work things out there too
        finish();
        assertThat(text("status-time")).is(saying("ui.window:status.time"));
        List<Screenshot> shown = lanes();
        Session latest = onWindow(() -> workbench.session().get());
        assertThat(onWindow(() -> workbench.shown().get().run().session())).isSameAs(latest);
        robot.interact(() -> {
            Workbench anew = new Workbench(latest, Runnable::run, Runnable::run);
            assertThat(anew.shown()
                            .get()
                            .run()
                            .trace()
                            .part(OneLayer.PART)
                            .value("h'")
                            .at(899, 0, 5))
                    .isEqualTo(workbench
                            .shown()
                            .get()
                            .run()
                            .trace()
                            .part(OneLayer.PART)
                            .value("h'")
                            .at(899, 0, 5));
        });
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(text("status-time")).is(saying("ui.window:status.computing"));
        chord(KeyCode.Y, KeyCode.CONTROL);
        finish();
        assertThat(lanes()).isEqualTo(shown);
    }

    /** The run that is shown has fewer sequences than the session that is computed. */
    @Test
    void aWeightIsOpenWhileALargerBatchIsComputed() {
        clickCell("Wx.i", 0, 0);
        setSize("batch", "3");
        click(node("sequence-next"));
        click(node("sequence-next"));
        clickCell("Wx.i", 1, 1);
        assertThat(text("sequence")).isEqualTo("sequence 3 of 3");
        assertThat(unhandled()).isEmpty();
        finish();
        assertThat(unhandled()).isEmpty();
    }

    @Test
    void aSmallNetworkDoesNotWaitForTheLargeOneBeforeIt() {
        edit("2");
        setSize("hidden", "3");
        assertThat(text("status-time")).is(saying("ui.window:status.time"));
        assertThat(spoken("h'")).startsWith("h, t = ");
        finish();
        assertThat(onWindow(() ->
                        OneLayer.sizes(workbench.shown().get().run().session()).hidden()))
                .isEqualTo(3);
    }

    @Test
    void otherSizesMeanwhileDoNoHarm() {
        click(square("h'", 0, 60));
        setSize("steps", "800");
        setSize("hidden", "100");
        assertThat(text("status-time")).is(saying("ui.window:status.computing"));
        setSize("batch", "2");
        click(node("sequence-next"));
        type(KeyCode.F10, KeyCode.F11);
        hover(square("h'", 1, 50));
        doubleClick(square("x", 0, 1));
        type(KeyCode.ESCAPE);
        finish();
        assertThat(styled(".ruler").getAccessibleText()).is(holding("ui.axis:ruler.spoken", null, 800));
        assertThat(text("sequence")).as("that of the square").isEqualTo("sequence 1 of 2");
    }

    private void edit(String number) {
        clickCell("Wx.i", 0, 0);
        write(number);
        type(KeyCode.ENTER);
    }

    /** Computes what waits, in its order. */
    private void finish() {
        while (!waiting.isEmpty()) {
            robot.interact(() -> waiting.remove().run());
        }
        settle();
    }

    private List<Screenshot> lanes() {
        return List.of(pixels("i"), pixels("c'"));
    }
}

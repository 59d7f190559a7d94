package org.gatescope.ui.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Fill;
import org.gatescope.session.Background;
import org.gatescope.session.FailingBackground;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;

/** Of a gradient with many large shares. */
class GradientSharesPanelTest {
    private static final int STEPS = 150;
    private final Deque<Runnable> background = new ArrayDeque<>();

    private static Session large() {
        return Session.zeros("large", BuiltInCells.cell("rnn-tanh"), 4, STEPS, 64, 128)
                .withNumbers(numbers -> numbers.withInput(new Fill.Normal(1, 1).matrix(4 * STEPS, 64))
                        .withUpstream(new Fill.Normal(1, 2).matrix(4 * STEPS, 128)));
    }

    @Test
    void aJumpIsWorkedOutInTheBackgroundAndAStepAtOnce() throws Exception {
        Offscreen.call(() -> {
            Workbench workbench = new Workbench(large(), background::add, Runnable::run);
            workbench.move(Playhead::toStart);
            GradientSharesPanel shares = new GradientSharesPanel(
                    Desk.over(workbench, new Background(background::add, Runnable::run), Theme.LIGHT));
            NodeImage.of(new VBox(shares), 400, 300);
            shares.choose("0.forward.Wx.h");
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(background).isEmpty();

            workbench.move(start -> start.atStep(Phase.BACKWARD, "0.forward", STEPS - 1));
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(background).isEmpty();
            assertThat(spoken(shares, "share-step")).is(holding("ui.equations:share.of", STEPS - 1));

            workbench.move(Playhead::toEnd);
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(spoken(shares, "share-step")).is(holding("ui.equations:share.of", STEPS - 1));
            assertThat(background).hasSize(1);

            background.remove().run();
            assertThat(spoken(shares, "share-step")).is(holding("ui.equations:share.of", "0,"));
            assertThat(norm(shares, "share-sum")).isEqualTo(norm(shares, "share-whole"));
            assertThat(background).isEmpty();
            return null;
        });
    }

    /** The playhead is back before the background has come to its jump. */
    @Test
    void whatIsWorkedOutTooLateIsNotWhatIsShown() throws Exception {
        Offscreen.call(() -> {
            Workbench workbench = new Workbench(large(), background::add, Runnable::run);
            GradientSharesPanel shares = new GradientSharesPanel(
                    Desk.over(workbench, new Background(background::add, Runnable::run), Theme.LIGHT));
            shares.choose("0.forward.Wx.h");
            Scene scene = new Scene(new VBox(shares), 400, 300);
            shares.show(workbench.shown().get(), "0.forward");
            workbench.move(Playhead::toStart);
            shares.show(workbench.shown().get(), "0.forward");

            while (!background.isEmpty()) {
                background.remove().run();
            }
            NodeImage.of(scene);

            assertThat(spoken(shares, "share-sum")).is(holding("ui.equations:share.not-yet"));
            return null;
        });
    }

    /** What is told of a failure is told once, and no numbers of another place are left standing. */
    @Test
    void aFailureIsToldOnceAndShowsNothing() throws Exception {
        Offscreen.call(() -> {
            Workbench workbench = new Workbench(large(), background::add, Runnable::run);
            workbench.move(Playhead::toStart);
            Desk desk = Desk.over(workbench, new FailingBackground(Runnable::run), Theme.LIGHT);
            List<String> told = new ArrayList<>();
            desk.notices().latest().subscribe((before, now) -> told.add(now.text()));
            GradientSharesPanel shares = new GradientSharesPanel(desk);
            NodeImage.of(new VBox(shares), 400, 300);
            shares.choose("0.forward.Wx.h");
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(areMapsShown(shares)).isTrue();

            workbench.move(Playhead::toEnd);
            shares.show(workbench.shown().get(), "0.forward");
            workbench.move(Playhead::previous);
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(told).containsExactly(FailingBackground.SENTENCE);
            assertThat(areMapsShown(shares)).isFalse();

            shares.choose("0.forward.b.h"); // small enough to be worked out at once
            workbench.move(Playhead::toStart);
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(areMapsShown(shares)).isTrue();
            shares.close();
            return null;
        });
    }

    @Test
    void whatIsUnderWayForAnotherParameterIsGivenUp() throws Exception {
        Offscreen.call(() -> {
            Workbench workbench = new Workbench(large(), background::add, Runnable::run);
            GradientSharesPanel shares = new GradientSharesPanel(
                    Desk.over(workbench, new Background(background::add, Runnable::run), Theme.LIGHT));
            Scene scene = new Scene(new VBox(shares), 400, 300);
            shares.choose("0.forward.Wx.h");
            shares.show(workbench.shown().get(), "0.forward");
            shares.choose("0.forward.Wh.h");
            shares.show(workbench.shown().get(), "0.forward");
            shares.choose("0.forward.Wx.h");
            shares.show(workbench.shown().get(), "0.forward");
            assertThat(background).as("pieces never run beside each other").hasSize(1);
            while (!background.isEmpty()) {
                background.remove().run();
            }
            NodeImage.of(scene);
            assertThat(norm(shares, "share-sum")).isEqualTo(norm(shares, "share-whole"));
            shares.close();
            return null;
        });
    }

    private static boolean areMapsShown(GradientSharesPanel shares) {
        return shares.lookup("#share-step").getParent().getParent().isVisible();
    }

    private static String spoken(GradientSharesPanel shares, String id) {
        return shares.lookup("#" + id).getAccessibleText();
    }

    private static String norm(GradientSharesPanel shares, String id) {
        String spoken = Objects.requireNonNull(spoken(shares, id));
        int from = spoken.indexOf("norm");
        return spoken.substring(from, spoken.indexOf('.', from + 8));
    }
}

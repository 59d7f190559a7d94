package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.junit.jupiter.api.Test;

/** Breakpoints are seen, set and removed where they are. */
class BreakpointMarksTest extends WindowScene {
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private static final String PART = "0.forward";

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.4);
    }

    @Test
    void aClickBelowAStepOfTheRulerSetsItsBreakpointAndRemovesItAgain() {
        Screenshot before = pixels(styled(".ruler"));
        long position = playhead().position();
        click(onRuler(2));
        assertThat(breakpoints()).containsExactly(new OnStep(2, true));
        assertThat(playhead().position()).isEqualTo(position);
        hover(onRuler(3));
        assertThat(pixels(styled(".ruler"))).isNotEqualTo(before);
        click(onRuler(2));
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void theKeyDoesTheSameAtThePlayhead() {
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, PART, 1)));
        chord(KeyCode.F9, KeyCode.CONTROL);
        assertThat(breakpoints()).containsExactly(new OnStep(1, true));
        chord(KeyCode.F9, KeyCode.CONTROL);
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void aMarkBeforeAnEquationStandsForItsQuantity() {
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, PART, 1)));
        long position = playhead().position();
        Node mark = every(".line-stop").getFirst();
        click(mark);
        assertThat(breakpoints()).hasSize(1).allMatch(OnOperation.class::isInstance);
        assertThat(mark.getPseudoClassStates()).contains(SET);
        assertThat(playhead().position()).isEqualTo(position);
        robot.interact(() ->
                window.debugging().breakpoints().setAll(breakpoints().getFirst().enabled(false)));
        click(every(".line-stop").getFirst());
        assertThat(breakpoints()).isEmpty();
        assertThat(every(".line-stop"))
                .noneMatch(each -> each.getPseudoClassStates().contains(SET));
    }

    @Test
    void theBarOfPhasesMarksWherePlayingStops() {
        assertThat(every(".stop-mark")).isEmpty();
        robot.interact(() -> window.debugging().toggle(new OnStep(1, true)));
        List<Long> places = places();
        assertThat(places)
                .hasSizeGreaterThan(1)
                .allMatch(place -> playhead().at(place).step() == 1);
        assertThat(every(".stop-mark")).isNotEmpty();
        robot.interact(() -> window.debugging().breakpoints().set(0, new OnStep(1, false)));
        settle();
        assertThat(every(".stop-mark")).isEmpty();
    }

    @Test
    void aClickAboveTheBarSetsABreakpointAndAClickOnItsMarkRemovesIt() {
        long position = playhead().position();
        Region marks = (Region) styled(".stop-marks");
        click(onWindow(() -> marks.localToScreen(marks.getWidth() / 4, marks.getHeight() / 2)));
        assertThat(breakpoints()).hasSize(1).allMatch(OnOperation.class::isInstance);
        assertThat(playhead().position()).isEqualTo(position);
        Node mark = every(".stop-mark").getFirst();
        click(onWindow(() -> mark.localToScreen(
                mark.getBoundsInLocal().getCenterX(), mark.getBoundsInLocal().getCenterY())));
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void marksFollowTheRun() {
        robot.interact(() -> window.debugging().toggle(new OnStep(1, true)));
        assertThat(places()).isNotEmpty();
        openExample(Example.SMALL_SEQUENCE);
        assertThat(places()).isNotEmpty().allMatch(place -> playhead().at(place).step() == 1);
        type(KeyCode.HOME);
        assertThat(playhead().isAtStart()).isTrue();
    }

    private List<Long> places() {
        return onWindow(() -> {
            Playhead now = workbench.shown().get().playhead();
            return window.debugging().places(workbench.shown().get().run(), now).stream()
                    .map(stop -> stop.position())
                    .toList();
        });
    }

    private List<Breakpoint> breakpoints() {
        return onWindow(() -> List.copyOf(window.debugging().breakpoints()));
    }

    private Point2D onRuler(int t) {
        return onWindow(() -> {
            Region gutter = (Region) styled(".ruler-stops");
            return gutter.localToScreen(axis().centre(t), gutter.getHeight() / 2);
        });
    }
}

package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import javafx.scene.input.KeyCode;
import org.gatescope.ui.paint.Drawn;
import org.junit.jupiter.api.Test;

class FailureNoteTest extends WindowScene {
    @Test
    void aFailureIsToldInASentenceAndItsDetailsCanBeCopied() {
        assertThat(onWindow(() -> node("status-failure").isVisible())).isFalse();
        robot.interact(() -> window.tell(new IllegalStateException("nobody had foreseen this")));
        settle();
        assertThat(notice()).is(saying("ui.window:failure", "IllegalStateException"));
        click(node("status-failure"));
        assertThat(clipboard())
                .contains("nobody had foreseen this")
                .contains("aFailureIsToldInASentence")
                .contains(System.getProperty("java.version"));
        assertThat(onWindow(() -> node("status-failure").isVisible())).isFalse();
    }

    @Test
    void theFirstOfSeveralIsKept() {
        robot.interact(() -> {
            window.tell(new IllegalStateException("the cause"));
            window.tell(new IndexOutOfBoundsException("what followed"));
        });
        press("status-failure");
        assertThat(clipboard()).contains("the cause").doesNotContain("what followed");
    }

    @Test
    void theSessionCanBeUsedAfterwards() {
        robot.interact(() -> window.tell(new IllegalStateException("a failure")));
        setSize("steps", "5");
        assertThat(session().steps()).isEqualTo(5);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().steps()).isEqualTo(3);
    }

    /** In a layout it would otherwise be thrown with each one, and nothing would be laid out any more. */
    @Test
    void aPictureThatFailsIsTheOnlyThingThatDoes() {
        Drawn failing = new Drawn((width, height) -> {
            throw new IllegalStateException("no picture");
        });
        robot.interact(() -> {
            failing.resize(50, 50);
            failing.redraw();
            failing.layout();
            failing.layout();
        });
        assertThat(unhandled()).singleElement().asString().contains("no picture");
        unhandled().clear();
        assertThat(onWindow(() -> failing.isNeedsLayout())).isFalse();
    }
}

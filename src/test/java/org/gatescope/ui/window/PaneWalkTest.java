package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A key leads from pane to pane, wherever the focus is. */
class PaneWalkTest extends WindowScene {
    private static final List<String> ALL =
            List.of("top-bar", "tables-panel", "unrolled-panel", "lanes", "inspect", "side-room", "transport");

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.28, 0.34);
    }

    @Test
    void eachIsComeToInTurnAndBack() {
        List<String> forth = walk(ALL.size());
        assertThat(forth).isEqualTo(ALL);
        assertThat(walk(1)).containsExactly(ALL.getFirst());
        List<String> back = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            chord(KeyCode.F6, KeyCode.SHIFT);
            assertThat(owner().isFocusVisible()).isTrue();
            back.add(pane());
        }
        assertThat(back.reversed()).isEqualTo(ALL);
    }

    @Test
    void itComesToTheRightSideWhateverRoomIsShown() {
        for (String room : Rooms.keys()) {
            robot.interact(() -> {
                window.showRoom(room);
                window.root().requestFocus();
            });
            settle();
            assertThat(walk(ALL.size())).isEqualTo(ALL);
        }
    }

    @Test
    void inWhyItComesToTheFactors() {
        focus("lane-h'");
        type(KeyCode.DOWN, KeyCode.F6);
        assertThat(pane()).isEqualTo("inspect");
        assertThat(owner().getStyleClass()).contains("factor");
    }

    @Test
    void whatIsPutAwayIsPassedOver() {
        chord(KeyCode.DIGIT1, KeyCode.CONTROL);
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        List<String> left = new ArrayList<>(ALL);
        left.removeAll(List.of("tables-panel", "inspect"));
        assertThat(walk(left.size())).isEqualTo(left);
    }

    @Test
    void beforeAPaneThatFillsTheWindowComesTheToolbarAndAfterItPlayback() {
        focus("lane-h'");
        type(KeyCode.F4);
        focus("gallery");
        assertThat(walk(2)).containsExactly("lanes", "transport");
    }

    private List<String> walk(int times) {
        List<String> panes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            type(KeyCode.F6);
            assertThat(owner().isFocusVisible()).as(owner().toString()).isTrue();
            panes.add(pane());
        }
        return panes;
    }

    private Node owner() {
        return onWindow(() -> stage.getScene().getFocusOwner());
    }

    private String pane() {
        return onWindow(() -> {
            for (Node at = stage.getScene().getFocusOwner(); at != null; at = at.getParent()) {
                for (String pane : ALL) {
                    if (at.getStyleClass().contains(pane)) {
                        return pane;
                    }
                }
            }
            return "";
        });
    }
}

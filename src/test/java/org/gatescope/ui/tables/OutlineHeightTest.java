package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

class OutlineHeightTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.THREE_SENTENCES.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @Test
    void noLineHasAnEmptyOneBelow() {
        for (int width = 1000; width <= 1500; width += 20) {
            resize(width, 700);
            robot.interact(() -> window.root().percentProperty().set(150));
            settle();
            for (Node button : every(".outline-button")) {
                Parent line = (Parent) ((Button) button).getGraphic();
                double bottom = onWindow(() -> line.getChildrenUnmodifiable().stream()
                        .mapToDouble(end -> end.getBoundsInParent().getMaxY())
                        .max()
                        .orElseThrow());
                assertThat(button.getLayoutBounds().getHeight())
                        .as("%s in %d", button.getId(), width)
                        .isLessThan(bottom + 14);
            }
        }
    }
}

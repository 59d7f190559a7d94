package org.gatescope.ui.window;

import java.util.List;
import java.util.stream.LongStream;
import javafx.stage.Window;
import org.gatescope.reference.Shrinking;
import org.gatescope.session.RandomUser;
import org.gatescope.session.RandomUser.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who does anything at all to a window with every panel open, while the session changes in every way. Nothing
 * fails; what does is told in as few steps as it takes. More of them: {@code -Drandom.hands=100}.
 */
class RandomHandsTest extends WindowScene {
    private static final int STEPS = 120;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("random.hands", 4));
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.28, 0.34);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingFails(long seed) {
        List<Step> story = new RandomHands(stage).story(user(), seed, STEPS);
        Shrinking.hold(story, this::live, Integer.getInteger("random.tries", 10));
    }

    private void live(List<Step> story) {
        onWindow(() -> {
            Window.getWindows().stream()
                    .filter(shown -> shown != stage)
                    .toList()
                    .forEach(Window::hide);
            window.close();
            start(stage);
            return null;
        });
        settle();
        RandomUser user = user();
        RandomHands hands = new RandomHands(stage);
        for (Step step : story) {
            if (!hands.act(step)) {
                onWindow(() -> {
                    user.act(step);
                    return null;
                });
            }
            settle();
            Throwable failure = unhandled().poll();
            if (failure != null) {
                unhandled().clear();
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
                throw new AssertionError(failure);
            }
        }
    }

    private RandomUser user() {
        return new RandomUser(workbench, window.trainer());
    }
}

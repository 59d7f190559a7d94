package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Sizes;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps, gestures, undo and redo at random against a plain list and an index. */
@Execution(ExecutionMode.CONCURRENT)
class HistoryWalkTest {
    private static final int STEPS = 400;

    private final List<Session> sessions = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Object> gestures = new ArrayList<>();
    private int at;
    private int made;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsAListWithAPlaceInIt(long seed) {
        Random random = new Random(seed);
        List<Object> hands = List.of(new Object(), new Object());
        Session first = session();
        History history = History.of(first);
        remember(first, "", new Object());
        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    history = history.undo();
                    at = Math.max(0, at - 1);
                }
                case 1 -> {
                    history = history.redo();
                    at = Math.min(sessions.size() - 1, at + 1);
                }
                case 2 -> history = step(history, "step " + i);
                case 3 -> history = gesture(history, "gesture " + i, hands.get(random.nextInt(2)));
                default -> history = back(history, random.nextInt(sessions.size()));
            }
            assertThat(history.session()).isSameAs(sessions.get(at));
            assertThat(history.undoLabel()).isEqualTo(at > 0 ? Optional.of(labels.get(at)) : Optional.empty());
            assertThat(history.redoLabel())
                    .isEqualTo(at + 1 < labels.size() ? Optional.of(labels.get(at + 1)) : Optional.empty());
        }
    }

    private History step(History history, String label) {
        Session next = session();
        forget(at + 1);
        remember(next, label, new Object());
        return history.with(next, label);
    }

    /** Goes on with the step before if that was the same gesture; every third time it comes back to where it began. */
    private History gesture(History history, String label, Object gesture) {
        boolean goesOn = gestures.get(at) == gesture;
        if (goesOn && at > 0 && made % 3 == 0) {
            Session again = sessions.get(at - 1).withTitle(sessions.get(at - 1).title());
            forget(at);
            at--;
            return history.with(again, label, gesture);
        }
        Session next = session();
        forget(goesOn ? at : at + 1);
        remember(next, label, gesture);
        return history.with(next, label, gesture);
    }

    /** To any step, undone ones included. */
    private History back(History history, int to) {
        History changed = history.backTo(sessions.get(to));
        at = to;
        return changed;
    }

    private void forget(int from) {
        sessions.subList(from, sessions.size()).clear();
        labels.subList(from, labels.size()).clear();
        gestures.subList(from, gestures.size()).clear();
    }

    private void remember(Session session, String label, Object gesture) {
        sessions.add(session);
        labels.add(label);
        gestures.add(gesture);
        at = sessions.size() - 1;
    }

    private Session session() {
        return OneLayer.zeros("any " + made++, BuiltInCells.cell("rnn-identity"), new Sizes(1, 1, 1, 1));
    }

    /** A run that fails goes back to the session whose numbers are shown, wherever that is. */
    @Test
    void aSessionIsFoundAmongEarlierStepsAndAmongThoseUndone() {
        Session first = Example.SMALL_SEQUENCE.session();
        Session second = first.withTitle("second");
        Session third = first.withTitle("third");
        History all = History.of(first).with(second, "second").with(third, "third");
        assertThat(all.backTo(first).session()).isSameAs(first);
        assertThat(all.undo().undo().backTo(third).session()).isSameAs(third);
        assertThat(all.undo().backTo(second).redoLabel()).contains("third");
    }

    @Test
    void aSessionWhoseGestureHasGoneOnTakesThePresentPlace() {
        Object drag = new Object();
        Session first = Example.SMALL_SEQUENCE.session();
        Session halfWay = first.withTitle("half way");
        History dragged = History.of(first).with(halfWay, "drag", drag).with(first.withTitle("further"), "drag", drag);
        History back = dragged.backTo(halfWay);
        assertThat(back.session()).isSameAs(halfWay);
        assertThat(back.undoLabel()).contains("drag");
        assertThat(back.undo().session()).isSameAs(first);
    }
}

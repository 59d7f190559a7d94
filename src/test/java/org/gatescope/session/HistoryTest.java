package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Sizes;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History fresh = History.of(session(0));

    @Test
    void freshItHasNothingToUndo() {
        assertThat(fresh.undoLabel()).isEmpty();
        assertThat(fresh.redoLabel()).isEmpty();
        assertThat(title(fresh.undo())).isEqualTo("0");
        assertThat(title(fresh.redo())).isEqualTo("0");
    }

    @Test
    void undoAndRedoWalkThroughTheSessions() {
        History history = steps(fresh, 1, 3);
        assertThat(title(history.undo())).isEqualTo("2");
        assertThat(title(history.undo().undo().undo().undo())).isEqualTo("0");
        assertThat(title(history.undo().undo().redo())).isEqualTo("2");
        assertThat(title(history.undo().redo().redo())).isEqualTo("3");
    }

    @Test
    void itGoesBackToASessionThatIsRememberedOtherwiseItTakesThePresentPlace() {
        History history = steps(fresh, 1, 3);
        assertThat(title(history.backTo(history.undo().undo().session()))).isEqualTo("1");
        Session another = session(1);
        History replaced = history.backTo(another);
        assertThat(replaced.session()).as("alike, but another").isSameAs(another);
        assertThat(title(replaced.undo())).isEqualTo("2");
    }

    @Test
    void labelsTellWhatWouldBeTakenBackOrDoneAgain() {
        History history = steps(fresh, 1, 2).undo();
        assertThat(history.undoLabel()).contains("step 1");
        assertThat(history.redoLabel()).contains("step 2");
    }

    @Test
    void aNewStepClearsWhatWasUndone() {
        History history = steps(fresh, 1, 3).undo().undo().with(session(9), "other");
        assertThat(history.redoLabel()).isEmpty();
        assertThat(title(history.redo())).isEqualTo("9");
        assertThat(title(history.undo())).isEqualTo("1");
    }

    @Test
    void anUndoneHistoryIsLeftAsItWas() {
        History history = steps(fresh, 1, 3);
        history.undo().with(session(9), "other");
        assertThat(title(history)).isEqualTo("3");
        assertThat(title(history.undo())).isEqualTo("2");
    }

    @Test
    void theOldestOfVeryManyStepsAreForgotten() {
        History history = steps(fresh, 1, 1200);
        int undone = 0;
        while (history.undoLabel().isPresent()) {
            history = history.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(499);
        assertThat(title(history)).isEqualTo("701");
        while (history.redoLabel().isPresent()) {
            history = history.redo();
        }
        assertThat(title(history)).isEqualTo("1200");
    }

    @Test
    void inTheMiddleOfManyStepsANewOneStillClearsTheRest() {
        History history = steps(fresh, 1, 600);
        for (int i = 0; i < 300; i++) {
            history = history.undo();
        }
        history = history.with(session(7), "other");
        assertThat(title(history)).isEqualTo("7");
        assertThat(title(history.undo())).isEqualTo("300");
        assertThat(history.redoLabel()).isEmpty();
    }

    private static History steps(History history, int from, int to) {
        History longer = history;
        for (int i = from; i <= to; i++) {
            longer = longer.with(session(i), "step " + i);
        }
        return longer;
    }

    private static Session session(int number) {
        return OneLayer.zeros(Integer.toString(number), BuiltInCells.cell("rnn-identity"), new Sizes(1, 1, 1, 1));
    }

    private static String title(History history) {
        return history.session().title();
    }
}

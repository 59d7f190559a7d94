package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Scores;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Updates;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences and targets are checked by rules of the tasks that are written down here a second time. */
@Execution(ExecutionMode.CONCURRENT)
class TaskTest {
    private static final long[] SEEDS = {0, 1, -7, Long.MAX_VALUE};

    @ParameterizedTest
    @EnumSource(Task.class)
    void aSeedGivesTheSameSessionAndAnotherOneAnother(Task task) {
        Session third = task.session(3);
        assertThat(task.session(3)).isEqualTo(third);
        assertThat(task.session(3)).isNotEqualTo(task.session(4));
        assertThat(task.purpose()).isNotBlank().doesNotContain("\n");
        assertThat(Task.of(task.id())).contains(task);
        for (long seed : SEEDS) {
            Run run = Run.of(task.session(seed));
            assertThat(run.nonFinite()).isEmpty();
            assertThat(run.scores().orElseThrow().training().all()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void itsSettingsReachTheSolution(Task task) {
        Session session = task.session(11);
        Updates updates =
                new Updates(session.network(), session.inputs(), session.steps(), session.training(), session.tested());
        Snapshot snapshot = updates.first();
        while (snapshot.epoch() < updates.count() && accuracy(session, snapshot) < 1) {
            for (int i = 0; i < 10; i++) {
                snapshot = updates.next(snapshot);
            }
        }
        assertThat(accuracy(session, snapshot)).isEqualTo(1);
        scores(session, snapshot)
                .tests()
                .ifPresent(tests -> assertThat(tests.accuracy()).isGreaterThan(0.7)); // learned, not learned by heart
    }

    /** What it is tested on comes from the same source, and none of it was trained on. */
    @ParameterizedTest
    @EnumSource(Task.class)
    void itsTestsAreUnseen(Task task) {
        for (long seed : SEEDS) {
            Session session = task.session(seed);
            BitSet tested = session.objective().orElseThrow().split().tested(session.batch());
            boolean isAlone = task == Task.HELLO || task == Task.THREE_SENTENCES;
            assertThat(tested.isEmpty()).isEqualTo(isAlone);
            Set<Matrix> trained = new HashSet<>();
            for (int n = tested.nextClearBit(0); n < session.batch(); n = tested.nextClearBit(n + 1)) {
                trained.add(read(session, n));
            }
            tested.stream().forEach(n -> assertThat(trained).doesNotContain(read(session, n)));
        }
    }

    private static Matrix read(Session session, int sequence) {
        return session.table(new TableId.Input(sequence))
                .rows(0, 1, session.lengths().get(sequence));
    }

    private static Scores scores(Session session, Snapshot at) {
        return Run.of(session.withNumbers(numbers -> numbers.withParameters(at.parameters())))
                .scores()
                .orElseThrow();
    }

    private static double accuracy(Session session, Snapshot at) {
        return scores(session, at).training().accuracy();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void echoWantsWhatWasRead(long seed) {
        Session session = Task.ECHO.session(seed);
        for (int n = 0; n < session.batch(); n++) {
            List<String> read = tokens(session, n);
            assertThat(read.subList(4, 9)).containsExactly("→", "·", "·", "·", "·");
            List<String> wanted = new ArrayList<>();
            for (int t = 0; t < 9; t++) {
                if (counts(session, n, t)) {
                    wanted.add(session.vocabulary().get(hot(session, n, t)));
                }
            }
            assertThat(wanted).isEqualTo(read.subList(0, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recallWantsTheFirstLetter(long seed) {
        Session session = Task.DELAYED_RECALL.session(seed);
        for (int n = 0; n < session.batch(); n++) {
            List<String> read = tokens(session, n);
            assertThat(read.getLast()).isEqualTo("?");
            assertThat(session.vocabulary().get(hot(session, n, 0))).isEqualTo(read.getFirst());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addingWantsTheSumOfTheTwoThatAreMarked(long seed) {
        Session session = Task.ADDING.session(seed);
        Matrix input = session.numbers().input();
        for (int n = 0; n < session.batch(); n++) {
            double sum = 0;
            int marked = 0;
            for (int t = 0; t < session.steps(); t++) {
                double mark = input.get(t * session.batch() + n, 1);
                marked += (int) mark;
                sum += mark * input.get(t * session.batch() + n, 0);
            }
            assertThat(marked).isEqualTo(2);
            assertThat(target(session, n, 0, 0)).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOneOf1997ScalesTheSumAndMarksTheEnds(long seed) {
        Session session = Task.ADDING_1997.session(seed);
        Matrix input = session.numbers().input();
        for (int n = 0; n < session.batch(); n++) {
            int length = session.lengths().get(n);
            assertThat(length).isBetween(16, 17);
            double sum = 0;
            int marked = 0;
            for (int t = 0; t < length; t++) {
                double number = input.get(t * session.batch() + n, 0);
                double mark = input.get(t * session.batch() + n, 1);
                assertThat(number).isBetween(-1.0, 1.0);
                sum += mark == 1 ? number : 0;
                marked += mark == 1 ? 1 : 0;
                boolean isEnd = t == 0 || t == length - 1;
                assertThat(mark).isIn(isEnd ? List.of(-1.0, 1.0) : List.of(0.0, 1.0));
                assertThat(t == 0 && mark == 1 && number != 0).isFalse();
                assertThat(t >= 10 && mark == 1).isFalse();
            }
            assertThat(marked).isEqualTo(2);
            assertThat(target(session, n, 0, 0)).isEqualTo(0.5 + sum / 4);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void parityIsOddOrEven(long seed) {
        Session session = Task.PARITY.session(seed);
        for (int n = 0; n < session.batch(); n++) {
            List<String> read = tokens(session, n);
            for (int t = 0; t < read.size(); t++) {
                long ones = read.subList(0, t + 1).stream().filter("1"::equals).count();
                assertThat(hot(session, n, t)).isEqualTo((int) (ones % 2));
            }
        }
    }

    @Test
    void countingHasEachNumberOnceAndWantsAnEndAfterAsManyB() {
        Session session = Task.COUNTING.session(5);
        List<String> words = new ArrayList<>();
        for (int n = 0; n < session.batch(); n++) {
            List<String> read = tokens(session, n);
            words.add(String.join("", read));
            for (int t = 0; t < read.size(); t++) {
                assertThat(counts(session, n, t)).isEqualTo(read.get(t).equals("b"));
                if (counts(session, n, t)) {
                    String next = t + 1 < read.size() ? read.get(t + 1) : "$";
                    assertThat(session.vocabulary().get(hot(session, n, t))).isEqualTo(next);
                }
            }
        }
        assertThat(session.objective().orElseThrow().split().tested(10).stream().mapToObj(words::get))
                .containsExactly("a".repeat(9) + "b".repeat(9), "a".repeat(10) + "b".repeat(10));
        assertThat(words)
                .containsExactlyInAnyOrderElementsOf(Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                        .map(count -> "a".repeat(count) + "b".repeat(count))
                        .toList());
    }

    /** The grammar as its graph says it: T S* X or P T* V to the middle, which may lead back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reberWordsAreOfTheGrammarAndWhatIsReadMayFollow(long seed) {
        Session session = Task.REBER.session(seed);
        Pattern word = Pattern.compile("B([TP])B(TS*(XS|X(XT*V(PXT*V)*(PS|V)))|PT*V((PXT*V)*(PS|V)))E\\1");
        for (int n = 0; n < session.batch(); n++) {
            List<String> read = tokens(session, n);
            assertThat(String.join("", read)).matches(word);
            for (int t = 0; t < read.size(); t++) {
                String next = t + 1 < read.size() ? read.get(t + 1) : "E";
                assertThat(target(session, n, t, session.vocabulary().tokens().indexOf(next)))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void wavesWantTheNextNumber() {
        for (Task task : List.of(Task.SINE, Task.SQUARE)) {
            Session session = task.session(2);
            for (int n = 0; n < session.batch(); n++) {
                for (int t = 0; t + 1 < session.steps(); t++) {
                    assertThat(target(session, n, t, 0))
                            .isEqualTo(session.numbers().input().get((t + 1) * session.batch() + n, 0));
                }
            }
        }
    }

    private static List<String> tokens(Session session, int sequence) {
        List<String> tokens = new ArrayList<>();
        for (int t = 0; t < session.lengths().get(sequence); t++) {
            tokens.add(session.token(sequence, t));
        }
        return tokens;
    }

    private static boolean counts(Session session, int sequence, int step) {
        return session.inputs().goal().orElseThrow().counts(step * session.batch() + sequence);
    }

    private static double target(Session session, int sequence, int step, int output) {
        return session.inputs().goal().orElseThrow().targets().get(step * session.batch() + sequence, output);
    }

    private static int hot(Session session, int sequence, int step) {
        int hot = 0;
        while (target(session, sequence, step, hot) != 1) {
            hot++;
        }
        return hot;
    }
}

package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.TooLargeException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
    private final Manual workers = new Manual();
    private final Manual foreground = new Manual();
    private final BackgroundTask task = new Background(workers, foreground).task();
    private final List<String> told = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();

    private void start(String name) {
        start(name, () -> name);
    }

    private void start(String name, Supplier<String> work) {
        task.start(
                progress -> {
                    worked.add(name);
                    return work.get();
                },
                told::add,
                failure -> told.add(name + " failed"));
    }

    private void keepUp(String name) {
        task.keepUp(
                progress -> {
                    worked.add(name);
                    return name;
                },
                told::add,
                failure -> told.add(name + " failed"));
    }

    private void all() {
        while (workers.waiting() + foreground.waiting() > 0) {
            workers.all();
            foreground.all();
        }
    }

    @Test
    void aResultIsToldInTheForeground() {
        start("one");
        assertThat(task.working().get()).isTrue();
        workers.all();
        assertThat(told).isEmpty();
        foreground.all();
        assertThat(told).containsExactly("one");
        assertThat(task.working().get()).isFalse();
    }

    @Test
    void ofManyTheFirstAndTheLastAreDoneAndTheLastIsTold() {
        start("one");
        workers.all();
        start("two");
        start("three");
        start("four");
        all();
        assertThat(worked).containsExactly("one", "four");
        assertThat(told).containsExactly("four");
        assertThat(task.working().get()).isFalse();
    }

    @Test
    void piecesNeverRunBesideEachOther() {
        start("one");
        start("two");
        assertThat(workers.waiting()).isEqualTo(1);
    }

    @Test
    void whatAnotherTookThePlaceOfBeforeItBeganIsNotDone() {
        start("one");
        start("two");
        all();
        assertThat(worked).containsExactly("two");
    }

    @Test
    void aResultMayStartTheNextPiece() {
        task.start(progress -> "one", one -> start("two"), failure -> {});
        all();
        assertThat(told).containsExactly("two");
    }

    @Test
    void atOnceEverythingIsDoneBeforeTheCallReturns() {
        BackgroundTask now = Background.atOnce().task();
        now.start(progress -> "one", told::add, failure -> {});
        assertThat(told).containsExactly("one");
        assertThat(now.working().get()).isFalse();
    }

    @Nested
    class ThatKeepsUp {
        @Test
        void tellsWhatIsUnderWayAndThenTheLatest() {
            keepUp("one");
            keepUp("two");
            keepUp("three");
            all();
            assertThat(worked).containsExactly("one", "three");
            assertThat(told).containsExactly("one", "three");
            assertThat(task.working().get()).isFalse();
        }

        /** As in each frame of a training: of what is asked for again and again something is told. */
        @Test
        void isNeverStarved() {
            keepUp("0");
            for (int frame = 1; frame <= 10; frame++) {
                keepUp(Integer.toString(frame));
                workers.all();
                foreground.all();
            }
            assertThat(told).hasSizeGreaterThanOrEqualTo(10);
        }

        @Test
        void worksUntilTheLatestIsTold() {
            keepUp("one");
            keepUp("two");
            workers.step();
            foreground.all();
            assertThat(told).containsExactly("one");
            assertThat(task.working().get()).isTrue();
            all();
            assertThat(task.working().get()).isFalse();
        }

        @Test
        void isReplacedByAStart() {
            keepUp("one");
            keepUp("two");
            start("three");
            all();
            assertThat(told).containsExactly("three");
        }

        @Test
        void goesOnAfterAFailure() {
            task.keepUp(
                    progress -> {
                        throw new IllegalStateException("broken");
                    },
                    result -> told.add("result"),
                    failure -> told.add("failed"));
            keepUp("two");
            all();
            assertThat(told).containsExactly("failed", "two");
        }

        @Test
        void tellsNothingOnceItIsCancelled() {
            keepUp("one");
            keepUp("two");
            task.cancel();
            all();
            assertThat(told).isEmpty();
            assertThat(worked).isEmpty();
        }

        @Test
        void dropsWhatWaitsWhenAResultCancels() {
            task.keepUp(
                    progress -> "one",
                    one -> {
                        told.add(one);
                        task.cancel();
                    },
                    failure -> {});
            keepUp("two");
            all();
            assertThat(told).containsExactly("one");
            assertThat(task.working().get()).isFalse();
        }
    }

    @Nested
    class WhetherItWorks {
        @Test
        void isKnownToWhoeverIsToldTheResult() {
            List<Boolean> seen = new ArrayList<>();
            task.start(progress -> "one", one -> seen.add(task.working().get()), failure -> {});
            all();
            assertThat(seen).containsExactly(false);
        }

        @Test
        void isHeardOfAfterTheResult() {
            List<String> heard = new ArrayList<>();
            task.working().subscribe((before, now) -> heard.add(now + " after " + told));
            start("one");
            all();
            assertThat(heard).containsExactly("true after []", "false after [one]");
        }

        @Test
        void isToldOnceHoweverManyPiecesFollowOneAnother() {
            List<Boolean> heard = new ArrayList<>();
            task.working().subscribe((before, now) -> heard.add(now));
            start("one");
            start("two");
            workers.all();
            start("three");
            all();
            assertThat(heard).containsExactly(true, false);
        }

        @Test
        void endsThoughTheListenerFails() {
            task.start(
                    progress -> "one",
                    one -> {
                        throw new IllegalStateException("the panel's own");
                    },
                    failure -> told.add("failed"));
            workers.all();
            assertThatThrownBy(foreground::all).hasMessage("the panel's own");
            assertThat(told).isEmpty();
            assertThat(task.working().get()).isFalse();
            start("two");
            all();
            assertThat(told).containsExactly("two");
        }
    }

    @Nested
    class WhenTheWorkersTakeNothingMore {
        private final BackgroundTask closed = new Background(
                        work -> {
                            throw new RejectedExecutionException("shut down");
                        },
                        foreground)
                .task();

        @Test
        void thatIsAFailureAndTheTaskIsFree() {
            closed.start(progress -> "one", told::add, failure -> told.add("failed"));
            assertThat(told).containsExactly("failed");
            assertThat(closed.working().get()).isFalse();
            closed.keepUp(progress -> "two", told::add, failure -> told.add("failed again"));
            assertThat(told).containsExactly("failed", "failed again");
        }
    }

    @Nested
    class WhenItIsCancelled {
        @Test
        void nothingIsTold() {
            start("one");
            workers.all();
            start("two");
            task.cancel();
            assertThat(task.working().get()).isFalse();
            all();
            assertThat(told).isEmpty();
        }

        @Test
        void workThatReportsItsProgressIsStopped() {
            List<Integer> pieces = new ArrayList<>();
            task.start(
                    progress -> {
                        for (int i = 0; i < 10; i++) {
                            if (i == 3) {
                                task.cancel();
                            }
                            progress.report(i, 10);
                            pieces.add(i);
                        }
                        return "done";
                    },
                    told::add,
                    failure -> told.add("failed"));
            all();
            assertThat(pieces).containsExactly(0, 1, 2);
            assertThat(told).isEmpty();
        }

        @Test
        void itCanBeStartedAgain() {
            start("one");
            task.cancel();
            start("two");
            all();
            assertThat(told).containsExactly("two");
        }

        @Test
        void aFailureThatComesLateIsNotTold() {
            start("one", () -> {
                throw new IllegalStateException("broken");
            });
            workers.all();
            task.cancel();
            foreground.all();
            assertThat(told).isEmpty();
        }
    }

    @Nested
    class WhenTheWorkFails {
        private String sentence(Throwable thrown) {
            List<String> sentences = new ArrayList<>();
            Background.atOnce()
                    .task()
                    .start(progress -> thrown(thrown), result -> {}, failure -> sentences.add(failure.sentence()));
            return sentences.getFirst();
        }

        private static String thrown(Throwable what) {
            switch (what) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(what);
            }
        }

        @Test
        void theFailureIsToldAndTheTaskIsFree() {
            start("one", () -> {
                throw new IllegalStateException("broken");
            });
            all();
            assertThat(told).containsExactly("one failed");
            assertThat(task.working().get()).isFalse();
            start("two");
            all();
            assertThat(told).containsExactly("one failed", "two");
        }

        @Test
        void soItIsWithAnError() {
            start("one", () -> {
                throw new StackOverflowError();
            });
            all();
            assertThat(told).containsExactly("one failed");
        }

        @Test
        void theFailureOfOneThatAnotherTookThePlaceOfIsNotTold() {
            start("one", () -> {
                throw new IllegalStateException("broken");
            });
            workers.all();
            start("two");
            all();
            assertThat(told).containsExactly("two");
        }

        @Test
        void whatWeRefuseIsSaidInItsOwnWords() {
            TooLargeException large = new TooLargeException(new Sizes(1, 2, 3, 4), 1L << 40, 1L << 30);
            assertThat(sentence(large)).isEqualTo(large.getMessage());
            assertThat(sentence(new RefusedException("Not like this."))).isEqualTo("Not like this.");
        }

        @Test
        void anExceptionsNameIsNoSentence() {
            assertThat(sentence(new IllegalStateException("index 3")))
                    .doesNotContain("Exception")
                    .doesNotContain("index 3");
            assertThat(sentence(new OutOfMemoryError("Java heap space")))
                    .doesNotContain("Error")
                    .doesNotContain("heap");
        }
    }

    @Nested
    class TheProgress {
        @Test
        void isToldInTheForegroundAtMostAHundredTimes() {
            List<Number> shares = new ArrayList<>();
            task.progress().subscribe((before, now) -> shares.add(now));
            task.start(
                    progress -> {
                        for (int i = 0; i <= 5000; i++) {
                            progress.report(i, 5000);
                        }
                        return "";
                    },
                    told::add,
                    failure -> {});
            workers.all();
            assertThat(shares).isEmpty();
            foreground.all();
            assertThat(shares).hasSize(100).endsWith(1.0);
        }

        @Test
        void beginsAnewWithEachPiece() {
            task.start(
                    progress -> {
                        progress.report(1, 2);
                        return "";
                    },
                    told::add,
                    failure -> {});
            all();
            assertThat(task.progress().get()).isEqualTo(0.5);
            start("two");
            assertThat(task.progress().get()).isZero();
        }
    }
}

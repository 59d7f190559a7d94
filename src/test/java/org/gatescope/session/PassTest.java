package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Operation;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Playhead.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic of a pass and of a schedule against the list of its operations, written out. */
class PassTest {
    private static final List<Operation> OPERATIONS = Operation.forward(BuiltInCells.cell("gru"));

    private record Place(int step, int operation) {}

    static Stream<Pass> passes() {
        return Stream.of(
                new Pass(Phase.FORWARD, "0.forward", OPERATIONS, 0, 4, false),
                new Pass(Phase.FORWARD, "0.backward", OPERATIONS, 0, 4, true),
                new Pass(Phase.LOSS, ReadOut.KEY, OPERATIONS.subList(0, 1), 6, 1, false),
                new Pass(Phase.BACKWARD, ReadOut.KEY, OPERATIONS.subList(0, 3), 2, 5, true),
                new Pass(Phase.BACKWARD, "none", OPERATIONS, 0, 0, true),
                new Pass(Phase.FORWARD, "empty", List.of(), 0, 3, false));
    }

    private static List<Place> written(Pass pass) {
        List<Place> places = new ArrayList<>();
        for (int k = 0; k < pass.steps(); k++) {
            int step = pass.descending() ? pass.first() + pass.steps() - 1 - k : pass.first() + k;
            for (int operation = 0; operation < pass.operations().size(); operation++) {
                places.add(new Place(step, operation));
            }
        }
        return places;
    }

    @ParameterizedTest
    @MethodSource("passes")
    void isAsLongAsItsOperations(Pass pass) {
        assertThat(pass.length()).isEqualTo(written(pass).size());
    }

    @ParameterizedTest
    @MethodSource("passes")
    void afterEachOperationSoManyAreDone(Pass pass) {
        List<Place> places = written(pass);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            assertThat(pass.done(place.step(), place.operation())).isEqualTo(i + 1);
            assertThat(pass.step(i / pass.operations().size())).isEqualTo(place.step());
            assertThat(pass.played(place.step()))
                    .isEqualTo(i / pass.operations().size() + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("passes")
    void stepsAreCompleteOnceTheirOperationIsDone(Pass pass) {
        List<Place> places = written(pass);
        for (int operation = 0; operation < pass.operations().size(); operation++) {
            TreeSet<Integer> complete = new TreeSet<>();
            for (int done = 0; done <= places.size(); done++) {
                if (done > 0 && places.get(done - 1).operation() == operation) {
                    complete.add(places.get(done - 1).step());
                }
                Range range = pass.complete(done, operation);
                for (int step = -1; step < pass.first() + pass.steps() + 2; step++) {
                    assertThat(range.contains(step)).isEqualTo(complete.contains(step));
                }
            }
            assertThat(pass.complete(Long.MAX_VALUE, operation)).isEqualTo(pass.complete(places.size(), operation));
            assertThat(pass.complete(-5, operation)).isEqualTo(pass.complete(0, operation));
        }
    }

    @ParameterizedTest
    @MethodSource("passes")
    void eachQuantityIsCompletedWhereItIsLastMade(Pass pass) {
        Map<String, Integer> completions = pass.completions();
        for (int i = 0; i < pass.operations().size(); i++) {
            Operation operation = pass.operations().get(i);
            if (operation.completes()) {
                assertThat(completions.get(operation.quantity())).isGreaterThanOrEqualTo(i);
            }
        }
        assertThat(completions.values())
                .allSatisfy(place ->
                        assertThat(pass.operations().get(place).completes()).isTrue());
    }

    @Test
    void longOnesDoNotOverflow() {
        Pass pass = new Pass(Phase.FORWARD, "0.forward", OPERATIONS, 0, Integer.MAX_VALUE, false);
        assertThat(pass.length()).isEqualTo((long) Integer.MAX_VALUE * OPERATIONS.size());
        assertThat(pass.done(Integer.MAX_VALUE - 1, OPERATIONS.size() - 1)).isEqualTo(pass.length());
    }

    @Test
    void passesAreAlikeByPlaceAndNotByWhatTheyCompute() {
        Pass pass = new Pass(Phase.FORWARD, "0.forward", OPERATIONS, 0, 4, false);
        assertThat(pass.isLike(new Pass(Phase.FORWARD, "0.forward", OPERATIONS.reversed(), 0, 4, false)))
                .isTrue();
        for (Pass other : List.of(
                new Pass(Phase.BACKWARD, "0.forward", OPERATIONS, 0, 4, false),
                new Pass(Phase.FORWARD, "1.forward", OPERATIONS, 0, 4, false),
                new Pass(Phase.FORWARD, "0.forward", OPERATIONS.subList(1, 3), 0, 4, false),
                new Pass(Phase.FORWARD, "0.forward", OPERATIONS, 1, 4, false),
                new Pass(Phase.FORWARD, "0.forward", OPERATIONS, 0, 3, false),
                new Pass(Phase.FORWARD, "0.forward", OPERATIONS, 0, 4, true))) {
            assertThat(pass.isLike(other)).isFalse();
        }
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                        PlayedRun.of(DeepNetwork.session(3, Optional.of(DeepNetwork.READ_OUT))),
                        PlayedRun.of(DeepNetwork.session(1, Optional.empty())),
                        PlayedRun.of(DeepNetwork.embedded(2, DeepNetwork.READ_OUT)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyOperationBelongsToThePassThatHasIt(PlayedRun run) {
        Schedule schedule = run.schedule();
        for (int i = 0; i < run.moments().size(); i++) {
            int index = schedule.indexAt(i);
            Pass pass = schedule.pass(index);
            assertThat(pass.phase()).isEqualTo(run.moments().get(i).phase());
            assertThat(pass.shownPart()).isEqualTo(run.moments().get(i).part());
            long within = i - schedule.start(index);
            assertThat(within).isBetween(0L, pass.length() - 1);
            assertThat(pass.operations().get((int) (within % pass.operations().size())))
                    .isEqualTo(run.moments().get(i).operation());
        }
        assertThat(schedule.start(schedule.passes())).isEqualTo(schedule.length());
    }

    /** What is read of a part is what is played of it: the same operations in the same order, and none where there is no pass. */
    @ParameterizedTest
    @MethodSource("runs")
    void linesAreReadWhereTheyArePlayed(PlayedRun run) {
        Schedule schedule = run.schedule();
        for (Phase phase : Phase.values()) {
            for (String part : Stream.concat(
                            PlayedRun.UPWARD.stream(),
                            Stream.of(Embedding.KEY, ReadOut.KEY, Schedule.TOTAL, "9.forward", ""))
                    .toList()) {
                List<Operation> read = PartLines.of(run.session(), phase, part).stream()
                        .flatMap(line -> line.operations().stream())
                        .toList();
                assertThat(read).as("%s of %s", phase, part).isEqualTo(schedule.operations(phase, part));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereHasNoOperations(Phase phase) {
        Schedule schedule = Schedule.of(DeepNetwork.session());
        assertThat(schedule.operations(phase, "no part")).isEmpty();
        assertThat(schedule.steps(phase, "no part")).isZero();
        assertThat(schedule.step(phase, "no part", 3)).isZero();
        assertThat(schedule.complete(phase, "no part", "h", 100)).isEqualTo(new Range(0, 0));
    }

    @Test
    void schedulesAreAlikeWhereTheyHaveTheSamePlaces() {
        Schedule one = Schedule.of(DeepNetwork.session());
        assertThat(one.isLike(Schedule.of(DeepNetwork.session()))).isTrue();
        assertThat(one.isLike(Schedule.of(DeepNetwork.session(3, Optional.of(DeepNetwork.READ_OUT)))))
                .isFalse();
        assertThat(one.isLike(Schedule.of(DeepNetwork.session(DeepNetwork.STEPS, Optional.empty()))))
                .isFalse();
    }

    @Test
    void aPlanServesWhatHasItsShapeAlone() {
        Session session = DeepNetwork.session();
        PreparedPlan plan = PreparedPlan.of(session.network(), session.batch(), session.steps());
        assertThat(plan.serves(session)).isTrue();
        assertThat(plan.serves(
                        session.withNumbers(numbers -> numbers.withParameters(Map.copyOf(numbers.parameters())))))
                .as("other numbers")
                .isTrue();
        assertThat(plan.serves(DeepNetwork.session(3, Optional.of(DeepNetwork.READ_OUT))))
                .isFalse();
        assertThat(plan.serves(DeepNetwork.session(DeepNetwork.STEPS, Optional.empty())))
                .isFalse();
        assertThat(plan.serves(DeepNetwork.drawn(session.network(), DeepNetwork.STEPS, List.of(4))))
                .isFalse();
    }

    @Test
    void subscriptionsAreLetGoOnceTheLastFirst() {
        List<String> gone = new ArrayList<>();
        Subscriptions subscriptions = new Subscriptions();
        subscriptions.add(() -> gone.add("a"), () -> gone.add("b"));
        subscriptions.add(() -> gone.add("c"));
        subscriptions.add();
        subscriptions.unsubscribe();
        assertThat(gone).containsExactly("c", "b", "a");
        subscriptions.unsubscribe();
        assertThat(gone).hasSize(3);
        subscriptions.add(() -> gone.add("d"));
        subscriptions.unsubscribe();
        assertThat(gone).containsExactly("c", "b", "a", "d");
    }
}

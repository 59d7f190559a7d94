package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatescope.cell.Operation;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Playhead.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run through three layers, two of them in both directions, a read-out and its loss, and back again. */
@Execution(ExecutionMode.CONCURRENT)
class NetworkPlayheadTest {
    private static final int STEPS = 4;
    private static final ReadOut EVERY_STEP = DeepNetwork.READ_OUT;
    private static final ReadOut LAST_STEP = new ReadOut(3, false, ReadOut.Activation.IDENTITY);

    static Stream<Arguments> cases() {
        return Stream.of(
                        PlayedRun.of(DeepNetwork.session(STEPS, Optional.of(EVERY_STEP))),
                        PlayedRun.of(DeepNetwork.session(1, Optional.of(EVERY_STEP))),
                        PlayedRun.of(DeepNetwork.session(STEPS, Optional.of(LAST_STEP))),
                        PlayedRun.of(DeepNetwork.session(3, Optional.empty())),
                        PlayedRun.of(DeepNetwork.embedded(3, EVERY_STEP)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPlaceForthAndBack(PlayedRun run) {
        Playhead playhead = run.start();
        assertThat(playhead.schedule().length()).isEqualTo(run.moments().size());
        assertThat(playhead.moment()).isEmpty();
        for (Moment moment : run.moments()) {
            Playhead next = playhead.next();
            assertThat(next.previous()).isEqualTo(playhead);
            assertThat(next.moment()).contains(moment);
            assertThat(next.phase()).isEqualTo(moment.phase());
            assertThat(next.step()).isEqualTo(moment.step());
            playhead = next;
        }
        assertThat(playhead.isAtEnd()).isTrue();
        assertThat(playhead.next()).isEqualTo(playhead);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOperationIsReachedByItsPlaceWithinItsStep(PlayedRun run) {
        Playhead start = run.start();
        Map<String, Integer> places = new HashMap<>();
        long position = 0;
        for (Moment moment : run.moments()) {
            position++;
            boolean isTotal = moment.operation().quantity().equals(ReadOutEquations.TOTAL);
            String pass = isTotal ? Schedule.TOTAL : moment.part();
            int place = places.merge(moment.phase() + pass + moment.step(), 1, Integer::sum) - 1;

            Playhead there = start.atOperation(moment.phase(), pass, moment.step(), place);

            assertThat(there.position()).isEqualTo(position);
            assertThat(there.done(moment.phase(), pass, moment.step())).isEqualTo(place + 1);
            assertThat(there.previous().done(moment.phase(), pass, moment.step()))
                    .isEqualTo(place);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void phasesFollowOneAnother(PlayedRun run) {
        Schedule schedule = run.schedule();
        long start = 0;
        for (Phase phase : Phase.values()) {
            long count = run.moments().stream()
                    .filter(moment -> moment.phase() == phase)
                    .count();
            assertThat(schedule.start(phase)).isEqualTo(start);
            assertThat(schedule.length(phase)).isEqualTo(count);
            start += count;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wholeStepsLandWhereAnotherStepOrPartBegins(PlayedRun run) {
        NavigableSet<Long> boundaries = boundaries(run.moments());
        long length = run.moments().size();
        for (long place = 0; place <= length; place++) {
            Playhead playhead = run.start().at(place);
            Long higher = boundaries.higher(place);
            Long lower = boundaries.lower(place);
            assertThat(playhead.nextStep().position()).isEqualTo(higher == null ? length : higher);
            assertThat(playhead.previousStep().position()).isEqualTo(lower == null ? 0 : lower);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void steppingOutLandsWhereAnotherPartOrPhaseBegins(PlayedRun run) {
        List<Moment> moments = run.moments();
        NavigableSet<Long> boundaries = new TreeSet<>(Set.of(0L, (long) moments.size()));
        for (int i = 1; i < moments.size(); i++) {
            Moment before = moments.get(i - 1);
            if (!isLike(moments.get(i), before.phase(), before.part())) {
                boundaries.add((long) i);
            }
        }
        for (long place = 0; place <= moments.size(); place++) {
            Playhead playhead = run.start().at(place);
            Long higher = boundaries.higher(place);
            Long lower = boundaries.lower(place);
            assertThat(playhead.stepOut().position()).isEqualTo(higher == null ? moments.size() : higher);
            assertThat(playhead.stepOutBack().position()).isEqualTo(lower == null ? 0 : lower);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void justAfterEveryOperationOfAPartsStep(PlayedRun run) {
        for (int place = 0; place < run.moments().size(); place++) {
            Moment moment = run.moments().get(place);
            int operation =
                    run.schedule().operations(moment.phase(), moment.part()).indexOf(moment.operation());
            if (operation >= 0) { // the sum over all steps is none of a step
                Playhead there = run.start().atOperation(moment.phase(), moment.part(), moment.step(), operation);
                assertThat(there.moment()).contains(moment);
            }
        }
        Playhead some = run.start().at(7);
        assertThat(some.atOperation(Phase.LOSS, "1.forward", 0, 0)).isEqualTo(some);
        assertThat(some.atOperation(Phase.FORWARD, "1.forward", 99, 999))
                .isEqualTo(some.atStep(Phase.FORWARD, "1.forward", 99));
    }

    @Test
    void withoutStepsThereIsNoPartToStepOutOf() {
        Playhead start = Playhead.atStart(Schedule.of(DeepNetwork.session(0, Optional.of(EVERY_STEP))));
        assertThat(start.stepOut().isAtEnd()).isTrue();
        assertThat(start.stepOut().stepOutBack().isAtStart()).isTrue();
        assertThat(start.atOperation(Phase.FORWARD, "1.forward", 0, 0)).isEqualTo(start);
        Playhead empty = Playhead.atStart(Schedule.of(DeepNetwork.session(0, Optional.empty())));
        assertThat(empty.stepOut()).isEqualTo(empty);
        assertThat(empty.stepOutBack()).isEqualTo(empty);
    }

    /** Places between operations of another part, phase or step; and before the sum over all steps. */
    private static NavigableSet<Long> boundaries(List<Moment> moments) {
        NavigableSet<Long> boundaries = new TreeSet<>(Set.of(0L, (long) moments.size()));
        for (int i = 1; i < moments.size(); i++) {
            Moment before = moments.get(i - 1);
            Moment after = moments.get(i);
            boolean same = before.phase() == after.phase()
                    && before.part().equals(after.part())
                    && before.step() == after.step()
                    && isOfTotal(before) == isOfTotal(after);
            if (!same) {
                boundaries.add((long) i);
            }
        }
        return boundaries;
    }

    private static boolean isOfTotal(Moment moment) {
        return moment.operation().quantity().equals(ReadOutEquations.TOTAL);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void atEveryPlaceItTellsWhatAReplayOfTheOperationsTells(PlayedRun run) {
        Map<Quantity, Integer> lastOf = new HashMap<>();
        run.moments().forEach(moment -> lastOf.merge(Quantity.of(moment), 1, Integer::sum));
        Map<Quantity, Integer> done = new HashMap<>();
        Set<Quantity> complete = new HashSet<>();
        for (int place = 0; place <= run.moments().size(); place++) {
            Playhead playhead = run.start().at(place);
            for (Quantity quantity : lastOf.keySet()) {
                assertThat(quantity.computed(playhead).contains(quantity.step()))
                        .as("%s after %d operations", quantity, place)
                        .isEqualTo(complete.contains(quantity));
            }
            if (place < run.moments().size()) {
                Quantity quantity = Quantity.of(run.moments().get(place));
                if (done.merge(quantity, 1, Integer::sum).equals(lastOf.get(quantity))) {
                    complete.add(quantity);
                }
            }
        }
    }

    record Quantity(Phase phase, String part, String name, int step) {
        static Quantity of(Moment moment) {
            return new Quantity(
                    moment.phase(), moment.part(), moment.operation().quantity(), moment.step());
        }

        Range computed(Playhead playhead) {
            return phase == Phase.BACKWARD
                    ? playhead.computedGradients(part, name)
                    : playhead.computedValues(part, name);
        }
    }

    @Test
    void reversedDirectionsAreComputedFromTheLastStepOnAndTheirGradientsFromTheFirst() {
        Playhead start = Playhead.atStart(Schedule.of(DeepNetwork.session()));
        Playhead forward = start.atStep(Phase.FORWARD, "2.backward", 1);
        assertThat(forward.computedValues("2.backward", "h'")).isEqualTo(new Range(1, 4));
        assertThat(forward.computedValues("2.forward", "h'")).isEqualTo(new Range(0, 4));
        assertThat(forward.computedGradients("2.backward", "d.h"))
                .satisfies(none -> assertThat(none.from()).isEqualTo(none.to()));
        Playhead backward = start.atStep(Phase.BACKWARD, "2.backward", 1);
        assertThat(backward.computedGradients("2.backward", "d.h")).isEqualTo(new Range(0, 2));
        Playhead below = start.atStep(Phase.BACKWARD, "1.forward", 1);
        assertThat(below.computedGradients("1.forward", "d.h")).isEqualTo(new Range(1, 4));
        assertThat(below.computedGradients("2.backward", "d.h")).isEqualTo(new Range(0, 4));
    }

    @Test
    void aLastStepThatIsReadOutAloneIsTheOnlyOneComputed() {
        Playhead end = Playhead.atEnd(Schedule.of(DeepNetwork.session(STEPS, Optional.of(LAST_STEP))));
        assertThat(end.computedValues("dense", "z")).isEqualTo(new Range(3, 4));
        assertThat(end.computedGradients("dense", "d.z")).isEqualTo(new Range(3, 4));
        assertThat(end.hasGradient("dense", "d.W")).isTrue();
        assertThat(end.toStart().hasGradient("dense", "d.W")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aParametersGradientIsThereWithItsLastShare(PlayedRun run) {
        Schedule schedule = run.schedule();
        for (String part : PlayedRun.UPWARD) {
            long end = 1L
                    + run.moments().stream()
                            .filter(moment -> moment.phase() == Phase.BACKWARD)
                            .filter(moment -> moment.part().equals(part))
                            .mapToLong(run.moments()::lastIndexOf)
                            .max()
                            .orElseThrow();
            Playhead playhead = new Playhead(schedule, end);
            String name = schedule.operations(Phase.BACKWARD, part).getLast().quantity();
            assertThat(playhead.hasGradient(part, name)).isTrue();
            assertThat(playhead.previous().hasGradient(part, name)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void atAStepOfAPartThatStepIsTheLastOneDone(PlayedRun run) {
        for (Phase phase : List.of(Phase.FORWARD, Phase.BACKWARD)) {
            for (String part : PlayedRun.UPWARD) {
                for (int step = 0; step < run.session().steps(); step++) {
                    Playhead playhead = run.start().atStep(phase, part, step);
                    Moment moment = playhead.moment().orElseThrow();
                    assertThat(List.of(moment.phase(), moment.part(), moment.step()))
                            .isEqualTo(List.of(phase, part, step));
                    assertThat(playhead.previousStep().nextStep().position()).isEqualTo(playhead.position());
                }
            }
        }
        Playhead nowhere = run.start().at(7);
        assertThat(nowhere.atStep(Phase.FORWARD, "3.forward", 0)).isEqualTo(nowhere);
    }

    /** From any place, also where the loss is summed over all steps. */
    @ParameterizedTest
    @MethodSource("cases")
    void aStepOfThePartUnderWayIsReachedFromAnyPlaceInIt(PlayedRun run) {
        for (int place = 1; place <= run.moments().size(); place++) {
            Playhead playhead = run.start().at(place);
            Moment now = playhead.moment().orElseThrow();
            Set<Integer> steps = new HashSet<>();
            run.moments().stream()
                    .filter(other ->
                            other.phase() == now.phase() && other.part().equals(now.part()))
                    .forEach(other -> steps.add(other.step()));
            for (int step : steps) {
                Moment there = playhead.atStep(step).moment().orElseThrow();
                assertThat(List.of(there.phase(), there.part(), there.step()))
                        .isEqualTo(List.of(now.phase(), now.part(), step));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEditOfNumbersKeepsThePlace(PlayedRun run) {
        Session edited = run.session().edit(new TableId.Input(0), input -> input.map(x -> 1));
        Schedule again = Schedule.of(edited);
        for (long place = 0; place <= run.moments().size(); place++) {
            Playhead there = run.start().at(place).in(again);
            assertThat(there.position()).isEqualTo(place);
            assertThat(there.schedule()).isSameAs(again);
        }
    }

    @Test
    void inAnotherNetworkPhasePartAndStepStayAsFarAsItHasThem() {
        List<PlayedRun> all = cases().map(run -> (PlayedRun) run.get()[0]).toList();
        for (PlayedRun from : all) {
            for (PlayedRun to : all) {
                Schedule other = to.schedule();
                for (long place = 1; place < from.moments().size(); place += 5) {
                    Moment now = from.moments().get((int) place - 1);
                    Playhead there = from.start().at(place).in(other);
                    assertThat(there.schedule()).isSameAs(other);
                    if (to.moments().stream().noneMatch(moment -> isLike(moment, now.phase(), now.part()))) {
                        assertThat(there.position()).isEqualTo(other.start(now.phase()));
                    } else {
                        Moment then = there.moment().orElseThrow();
                        assertThat(isLike(then, now.phase(), now.part())).isTrue();
                        int last = to.session().steps() - 1;
                        boolean isThere = to.moments().stream()
                                .anyMatch(moment ->
                                        isLike(moment, now.phase(), now.part()) && moment.step() == now.step());
                        assertThat(then.step()).isEqualTo(isThere ? now.step() : last);
                    }
                }
            }
        }
    }

    private static boolean isLike(Moment moment, Phase phase, String part) {
        return moment.phase() == phase && moment.part().equals(part);
    }

    @Test
    void endsStayEndsInAnyNetwork() {
        List<Schedule> all =
                cases().map(run -> ((PlayedRun) run.get()[0]).schedule()).toList();
        for (Schedule from : all) {
            for (Schedule to : all) {
                assertThat(Playhead.atEnd(from).in(to).isAtEnd()).isTrue();
                assertThat(Playhead.atStart(from).in(to).isAtStart()).isTrue();
            }
        }
    }

    @Test
    void withoutStepsThereIsNothingButTheSumOfNoLosses() {
        Schedule schedule = Schedule.of(DeepNetwork.session(0, Optional.of(EVERY_STEP)));
        List<Operation> total = Operation.forward(ReadOutEquations.total());
        assertThat(schedule.length()).isEqualTo(total.size());
        Playhead end = Playhead.atStart(schedule).nextStep();
        assertThat(end.isAtEnd()).isTrue();
        assertThat(end.moment().orElseThrow().operation()).isEqualTo(total.getLast());
        assertThat(end.previousStep().isAtStart()).isTrue();
        assertThat(Schedule.of(DeepNetwork.session(0, Optional.empty())).length())
                .isZero();
    }

    /** T = 10,000 is a few numbers more, and no playhead holds more than one. */
    @Test
    void movingCostsNothingThatGrowsWithSteps() {
        Schedule few = Schedule.of(DeepNetwork.session(10, Optional.of(EVERY_STEP)));
        Schedule many = Schedule.of(DeepNetwork.session(10_000, Optional.of(EVERY_STEP)));
        allocated(few); // classes are loaded
        assertThat(allocated(many)).isLessThan(2 * allocated(few) + 10_000);
    }

    /** Bytes that a walk of 500 moves through a run allocates. */
    private static long allocated(Schedule schedule) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Playhead playhead = Playhead.atStart(schedule).at(schedule.length() / 2);
        for (int i = 0; i < 250; i++) {
            playhead = playhead.next().nextStep().previousStep().atStep(Phase.BACKWARD, "2.backward", 1);
            playhead.moment();
            playhead.computedValues("dense", "z");
            playhead.computedGradients("0.backward", "d.h");
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}

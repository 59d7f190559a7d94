package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Operation;
import org.gatescope.engine.Sizes;
import org.gatescope.reference.RandomCells;
import org.gatescope.session.Playhead.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class PlayheadTest {
    private static final String PART = OneLayer.PART;
    /** There is no read-out, so no loss. */
    private static final List<Phase> PHASES = List.of(Phase.FORWARD, Phase.BACKWARD);

    private static final List<Integer> STEPS = List.of(0, 1, 2, 3, 7);

    static Stream<Schedule> schedules() {
        Stream<Cell> builtIn = Stream.of("rnn-identity", "lstm-peephole", "gru").map(BuiltInCells::cell);
        Stream<Cell> random = Stream.iterate(0, i -> i + 1).limit(40).map(i -> Cell.parse(RandomCells.text(i)));
        Random steps = new Random(1);
        return Stream.concat(builtIn, random).map(cell -> schedule(cell, STEPS.get(steps.nextInt(STEPS.size()))));
    }

    private static Schedule schedule(Cell cell, int steps) {
        return Schedule.of(OneLayer.zeros("", cell, new Sizes(1, steps, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void nextAndPreviousUndoEachOther(Schedule schedule) {
        Playhead playhead = Playhead.atStart(schedule);
        for (long place = 0; place < schedule.length(); place++) {
            assertThat(playhead.position()).isEqualTo(place);
            assertThat(playhead.next().previous()).isEqualTo(playhead);
            playhead = playhead.next();
        }
        assertThat(playhead).isEqualTo(Playhead.atEnd(schedule)).isEqualTo(playhead.next());
        assertThat(playhead.toStart()).isEqualTo(playhead.toStart().previous());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void wholeStepsLandOnEveryBoundaryAndNowhereElse(Schedule schedule) {
        NavigableSet<Long> boundaries = boundaries(schedule);
        for (long place = 0; place <= schedule.length(); place++) {
            Playhead playhead = Playhead.atStart(schedule).at(place);
            Long higher = boundaries.higher(place);
            Long lower = boundaries.lower(place);
            assertThat(playhead.nextStep().position()).isEqualTo(higher == null ? schedule.length() : higher);
            assertThat(playhead.previousStep().position()).isEqualTo(lower == null ? 0 : lower);
        }
    }

    private static NavigableSet<Long> boundaries(Schedule schedule) {
        NavigableSet<Long> boundaries = new TreeSet<>();
        for (Phase phase : PHASES) {
            long start = phase == Phase.FORWARD ? 0 : schedule.length(Phase.FORWARD);
            for (int step = 0; step <= schedule.steps(); step++) {
                boundaries.add(
                        start + (long) step * schedule.operations(phase, PART).size());
            }
        }
        return boundaries;
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void atEveryPlaceItTellsWhatAReplayOfTheOperationsTells(Schedule schedule) {
        Set<String> values = quantities(schedule, Phase.FORWARD);
        Set<String> gradients = quantities(schedule, Phase.BACKWARD);
        Replay replay = new Replay(schedule);
        for (long place = 0; place <= schedule.length(); place++) {
            Playhead playhead = Playhead.atStart(schedule).at(place);
            assertThat(playhead.moment()).isEqualTo(replay.moment());
            assertThat(playhead.step())
                    .isEqualTo(replay.moment().map(Moment::step).orElse(0));
            assertThat(playhead.phase())
                    .isEqualTo(replay.moment().map(Moment::phase).orElse(Phase.FORWARD));
            for (int step = 0; step < schedule.steps(); step++) {
                for (String quantity : values) {
                    assertThat(playhead.computedValues(PART, quantity).contains(step))
                            .as("%s at step %d after %d operations", quantity, step, place)
                            .isEqualTo(replay.isComplete(Phase.FORWARD, quantity, step));
                }
                for (String gradient : gradients) {
                    assertThat(playhead.computedGradients(PART, gradient).contains(step))
                            .as("%s at step %d after %d operations", gradient, step, place)
                            .isEqualTo(replay.isComplete(Phase.BACKWARD, gradient, step));
                }
            }
            replay.next();
        }
    }

    /** Does the operations one by one and keeps a list of what is complete. */
    private static final class Replay {
        private final Schedule schedule;
        private final Map<Object, Long> uses = new HashMap<>();
        private final Set<Object> complete = new LinkedHashSet<>();
        private java.util.Optional<Moment> moment = java.util.Optional.empty();
        private long done;

        record Key(Phase phase, String quantity, int step) {}

        Replay(Schedule schedule) {
            this.schedule = schedule;
            for (Phase phase : PHASES) {
                schedule.operations(phase, PART).forEach(op -> uses.merge(phase + op.quantity(), 1L, Long::sum));
            }
        }

        java.util.Optional<Moment> moment() {
            return moment;
        }

        boolean isComplete(Phase phase, String quantity, int step) {
            return complete.contains(new Key(phase, quantity, step));
        }

        void next() {
            long count = 0;
            for (Phase phase : PHASES) {
                for (int i = 0; i < schedule.steps(); i++) {
                    int step = phase == Phase.FORWARD ? i : schedule.steps() - 1 - i;
                    Map<String, Long> seen = new HashMap<>();
                    for (Operation operation : schedule.operations(phase, PART)) {
                        long times = seen.merge(operation.quantity(), 1L, Long::sum);
                        if (count++ == done) {
                            done++;
                            moment = java.util.Optional.of(new Moment(phase, PART, step, operation));
                            if (times == uses.getOrDefault(phase + operation.quantity(), 0L)) {
                                complete.add(new Key(phase, operation.quantity(), step));
                            }
                            return;
                        }
                    }
                }
            }
        }
    }

    private static Set<String> quantities(Schedule schedule, Phase phase) {
        Set<String> quantities = new LinkedHashSet<>();
        schedule.operations(phase, PART).forEach(operation -> quantities.add(operation.quantity()));
        return quantities;
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void whatIsGivenIsThereFromTheFirstOperationOfItsStep(Schedule schedule) {
        int perStep = schedule.operations(Phase.FORWARD, PART).size();
        for (int step = 0; step < schedule.steps(); step++) {
            Playhead before = Playhead.atStart(schedule).at((long) step * perStep);
            assertThat(before.computedValues(PART, "x").contains(step)).isFalse();
            assertThat(before.next().computedValues(PART, "x").contains(step)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void nothingIsEverUncomputedAlongTheWay(Schedule schedule) {
        Set<String> values = quantities(schedule, Phase.FORWARD);
        values.addAll(List.of("x", "no such thing"));
        Set<String> gradients = quantities(schedule, Phase.BACKWARD);
        gradients.add("d.no such thing");
        for (Playhead now = Playhead.atStart(schedule); !now.isAtEnd(); now = now.next()) {
            for (String quantity : values) {
                assertThat(now.next().computedValues(PART, quantity).to())
                        .isGreaterThanOrEqualTo(
                                now.computedValues(PART, quantity).to());
            }
            for (String gradient : gradients) {
                assertThat(now.next().computedGradients(PART, gradient).from())
                        .isLessThanOrEqualTo(
                                now.computedGradients(PART, gradient).from());
            }
        }
        Playhead end = Playhead.atEnd(schedule);
        values.forEach(quantity ->
                assertThat(end.computedValues(PART, quantity)).isEqualTo(new Playhead.Range(0, schedule.steps())));
        gradients.forEach(gradient ->
                assertThat(end.computedGradients(PART, gradient)).isEqualTo(new Playhead.Range(0, schedule.steps())));
    }

    @Test
    void aPlaceOutsideIsTheNearestEnd() {
        Playhead playhead = Playhead.atStart(schedule(BuiltInCells.cell("lstm"), 3));
        assertThat(playhead.at(-5).isAtStart()).isTrue();
        assertThat(playhead.at(Long.MAX_VALUE).isAtEnd()).isTrue();
        assertThatThrownBy(() -> new Playhead(playhead.schedule(), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void atAStepThatStepIsTheLastOneDone(Schedule schedule) {
        for (Phase phase : PHASES) {
            for (int step = 0; step < schedule.steps(); step++) {
                Playhead playhead = Playhead.atStart(schedule).atStep(phase, PART, step);
                assertThat(playhead.phase()).isEqualTo(phase);
                assertThat(playhead.step()).isEqualTo(step);
                assertThat(boundaries(schedule)).contains(playhead.position());
            }
        }
    }

    @Test
    void anEditThatKeepsCellAndStepsKeepsThePlace() {
        Cell cell = BuiltInCells.cell("gru");
        Schedule again = schedule(cell, 4);
        for (Playhead now = Playhead.atStart(schedule(cell, 4)); !now.isAtEnd(); now = now.next()) {
            assertThat(now.in(again).position()).isEqualTo(now.position());
            assertThat(now.in(again).schedule()).isSameAs(again);
        }
    }

    @Test
    void inAnotherRunThePhaseAndTheStepStay() {
        List<Schedule> all = schedules().toList();
        for (Schedule from : all) {
            for (Schedule to : all) {
                for (long place = 0; place <= from.length(); place += 3) {
                    Playhead playhead = Playhead.atStart(from).at(place);
                    Playhead there = playhead.in(to);
                    if (playhead.isAtStart() && !playhead.isAtEnd()) {
                        assertThat(there.isAtStart()).isTrue();
                    } else if (playhead.isAtEnd()) {
                        assertThat(there.isAtEnd()).isTrue();
                    } else if (to.steps() > playhead.step()) {
                        assertThat(there.phase()).isEqualTo(playhead.phase());
                        assertThat(there.step()).isEqualTo(playhead.step());
                    }
                }
            }
        }
    }

    /** Two cells with as many operations all in all, but not as many forward. */
    @Test
    void aRunOfTheSameLengthMayHaveItsPhasesElsewhere() {
        Schedule one = schedule(Cell.parse("state h\nh' = (h + 1) * 2 + 1"), 3);
        Schedule other = schedule(Cell.parse("state h\nh' = tanh(tanh(h))"), 3);
        Playhead back = Playhead.atStart(one).atStep(Phase.FORWARD, PART, 2);
        assertThat(one.length()).isEqualTo(other.length());
        assertThat(one.length(Phase.FORWARD)).isNotEqualTo(other.length(Phase.FORWARD));
        assertThat(back.in(other).phase()).isEqualTo(back.phase());
        assertThat(back.in(other).step()).isEqualTo(back.step());
    }

    /** The list of operations is arithmetic: T = 10,000 is one number more, and no playhead holds more than one. */
    @Test
    void movingCostsNothingThatGrowsWithSteps() {
        Cell cell = BuiltInCells.cell("lstm");
        Schedule few = schedule(cell, 10);
        Schedule many = schedule(cell, 10_000);
        for (Phase phase : PHASES) {
            assertThat(many.operations(phase, PART)).hasSameSizeAs(few.operations(phase, PART));
        }
        Playhead middle = Playhead.atStart(many).at(many.length() / 2);
        for (Playhead moved : List.of(
                middle.next(), middle.previousStep(), middle.toStart(), middle.atStep(Phase.BACKWARD, PART, 9))) {
            assertThat(moved.schedule()).as("shared, not made again").isSameAs(many);
        }
        allocated(few); // classes are loaded
        assertThat(allocated(many)).isLessThan(2 * allocated(few) + 10_000);
    }

    /** Bytes that a walk of 500 moves through a run allocates. */
    private static long allocated(Schedule schedule) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Playhead playhead = Playhead.atStart(schedule).at(schedule.length() / 2);
        for (int i = 0; i < 250; i++) {
            playhead = playhead.next().nextStep().previousStep().atStep(Phase.BACKWARD, PART, 1);
            playhead.moment();
            playhead.computedValues(PART, "h'");
            playhead.computedGradients(PART, "d.h");
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}

package org.gatescope.engine.training;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkInputs.Tests;
import org.gatescope.engine.ReadOut;

/** The updates of an epoch, and what each is made from. */
final class Batches {
    private final Network network;
    private final Batching how;
    private final NetworkInputs inputs;
    private final int steps;
    private final boolean everyStep;
    private final BitSet tested;
    /** Sequences that are trained on. */
    private final int[] trained;

    /** @param inputs of steps · N rows, with the parameters that the update goes out from */
    record Batch(NetworkInputs inputs, int steps) {}

    /**
     * @param tested sequences that are not trained on
     */
    Batches(Network network, Batching how, NetworkInputs inputs, int steps, BitSet tested) {
        this.network = network;
        this.how = how;
        this.inputs = inputs;
        this.steps = steps;
        this.everyStep = network.readOut().map(ReadOut::everyStep).orElse(true);
        this.tested = tested;
        trained = IntStream.range(0, inputs.batch()).filter(n -> !tested.get(n)).toArray();
    }

    /** Updates in an epoch. @param sequences that are trained on */
    static int perEpoch(Batching how, int sequences, int steps) {
        return switch (how) {
            case Batching.Whole whole -> 1;
            case Batching.Sequences some -> Math.max(1, Math.ceilDiv(sequences, some.size()));
            case Batching.Chunks chunks -> Math.max(1, Math.ceilDiv(steps, chunks.steps()));
        };
    }

    int perEpoch() {
        return perEpoch(how, trained.length, steps);
    }

    /** What the update after so many others is made from. */
    Batch at(Snapshot before, Training training) {
        NetworkInputs now = whole(before, training);
        int place = before.epoch() % perEpoch();
        return switch (how) {
            case Batching.Whole whole -> new Batch(now, steps);
            case Batching.Sequences some -> new Batch(of(now, chosen(some, before.epoch() / perEpoch(), place)), steps);
            case Batching.Chunks chunks -> {
                int from = place * chunks.steps();
                int count = Math.max(0, Math.min(chunks.steps(), steps - from));
                NetworkInputs carried =
                        place == 0 ? now : now.withInitialState(before.course().carried());
                yield new Batch(chunk(carried, from, count), count);
            }
        };
    }

    /** All sequences: those that are trained on drop what is drawn for the update, the others nothing. */
    NetworkInputs whole(Snapshot before, Training training) {
        NetworkInputs now = training.at(network, before, inputs);
        return now.withDropout(now.dropout().switched(true).sparing(tested, inputs.batch()));
    }

    private int[] chosen(Batching.Sequences some, int epoch, int place) {
        int[] order = some.shuffled() ? shuffled(some.seed(), epoch) : trained;
        int from = place * some.size();
        return IntStream.range(from, Math.min(order.length, from + some.size()))
                .map(i -> order[i])
                .toArray();
    }

    /** Fisher and Yates' shuffle. */
    private int[] shuffled(long seed, int epoch) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + epoch);
        int[] order = trained.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Some of the sequences over all steps. */
    private NetworkInputs of(NetworkInputs all, int[] sequences) {
        int count = sequences.length;
        int batch = all.batch();
        IntUnaryOperator row = r -> r / count * batch + sequences[r % count];
        return new NetworkInputs(
                all.parameters(),
                all.input().rearranged(steps * count, all.input().columns(), row),
                all.mask()
                        .rearranged(
                                IntStream.of(sequences)
                                        .mapToObj(all.lengths()::get)
                                        .toList(),
                                steps * count,
                                row),
                all.dropout().rearranged(batch, steps, count, network, row),
                all.truncation(),
                rows(all.initialState(), count, row),
                all.upstream().rearranged(steps * count, all.upstream().columns(), row),
                rows(all.finalState(), count, row),
                all.goal()
                        .map(goal -> new Goal(
                                goal.loss(),
                                goal.targets()
                                        .rearranged(
                                                rows(goal, batch, count),
                                                goal.targets().columns(),
                                                row),
                                goal.weights().rearranged(rows(goal, batch, count), 1, row))));
    }

    private static int rows(Goal goal, int batch, int count) {
        return batch == 0 ? 0 : goal.targets().rows() / batch * count;
    }

    private static Map<String, Matrix> rows(Map<String, Matrix> tables, int count, IntUnaryOperator row) {
        Map<String, Matrix> some = new LinkedHashMap<>();
        tables.forEach((name, table) -> some.put(name, table.rearranged(count, table.columns(), row)));
        return some;
    }

    /** All sequences over some of the steps. */
    private NetworkInputs chunk(NetworkInputs all, int from, int count) {
        int batch = all.batch();
        int rows = count * batch;
        List<Integer> lengths = all.lengths().stream()
                .map(length -> Math.max(0, Math.min(count, length - from)))
                .toList();
        IntUnaryOperator overTime = r -> r + from * batch;
        IntUnaryOperator ending = n -> ends(all.lengths().get(n), from, count) ? n : -1;
        IntUnaryOperator readOut = n -> ends(all.mask().computed(n).max().orElse(-1) + 1, from, count) ? n : -1;
        return new NetworkInputs(
                all.parameters(),
                all.input().rearranged(rows, all.input().columns(), overTime),
                all.mask().rearranged(lengths, rows, overTime),
                all.dropout().rearranged(batch, count, batch, network, overTime),
                all.truncation(),
                all.initialState(),
                all.upstream().rearranged(rows, all.upstream().columns(), overTime),
                rows(all.finalState(), batch, ending),
                all.goal().map(goal -> chunk(goal, batch, rows, overTime, readOut)));
    }

    /** Where a sequence is read out at its last step alone, it counts in the chunk of the last that it computes. */
    private Goal chunk(Goal goal, int batch, int rows, IntUnaryOperator overTime, IntUnaryOperator ending) {
        Optional<Tests> tests = goal.tests();
        return everyStep
                ? new Goal(
                        goal.loss(),
                        goal.targets().rearranged(rows, goal.targets().columns(), overTime),
                        goal.weights().rearranged(rows, 1, overTime),
                        tests.map(of -> new Tests(of.weights().rearranged(rows, 1, overTime), of.sequences())))
                : new Goal(
                        goal.loss(),
                        goal.targets(),
                        goal.weights().rearranged(batch, 1, ending),
                        tests.map(of -> new Tests(of.weights().rearranged(batch, 1, ending), of.sequences())));
    }

    private static boolean ends(int length, int from, int count) {
        return length > from && length <= from + count || length == 0 && from == 0;
    }
}

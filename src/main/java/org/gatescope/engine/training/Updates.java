package org.gatescope.engine.training;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Scores;
import org.gatescope.engine.plan.NetworkPlan;

/** A training update by update, each made from the batch that its place in the epoch gives. Used by one thread at a time. */
public final class Updates {
    private final Network network;
    private final NetworkInputs inputs;
    private final int steps;
    private final Training training;
    private final Batches batches;
    private final Map<Sizes, NetworkPlan> plans = new HashMap<>();

    private record Sizes(int batch, int steps) {}

    /** How a batch is run; usually by a plan. */
    @FunctionalInterface
    public interface Runner {
        Ran run(NetworkInputs inputs, int steps);
    }

    /** A run of a batch. @param updated parameters that it has updated already, which the optimizer leaves alone */
    public record Ran(NetworkTrace trace, Map<String, Matrix> updated) {}

    /** @param tested sequences that are not trained on */
    public Updates(Network network, NetworkInputs inputs, int steps, Training training, BitSet tested) {
        this.network = network;
        this.inputs = inputs;
        this.steps = steps;
        this.training = training;
        batches = new Batches(network, training.batching(), inputs, steps, tested);
    }

    /** Before the first update. */
    public Snapshot first() {
        return training.first(inputs);
    }

    /** In all epochs. */
    public int count() {
        return Math.multiplyExact(training.epochs(), batches.perEpoch());
    }

    /**
     * The next update. It depends on nothing but the snapshot.
     *
     * @return the snapshot after it, or where numbers would not be finite the same one, with its divergence
     * @throws org.gatescope.engine.TooLargeException if that needs more memory than there is
     */
    public Snapshot next(Snapshot before) {
        Batches.Batch batch = batches.at(before, training);
        NetworkPlan plan = plan(batch.inputs().batch(), batch.steps());
        NetworkTrace trace = plan.run(batch.inputs());
        Snapshot after = after(new Ran(trace, Map.of()), batch.inputs(), before);
        plan.reuse(trace); // all that is kept of it are copies
        return after;
    }

    /** The next update by a run of another kind. */
    public Snapshot next(Snapshot before, Runner runner) {
        Batches.Batch batch = batches.at(before, training);
        return after(runner.run(batch.inputs(), batch.steps()), batch.inputs(), before);
    }

    private Snapshot after(Ran ran, NetworkInputs batch, Snapshot before) {
        EpochPlace place = new EpochPlace(before.epoch(), batches.perEpoch());
        Snapshot after = training.next(network, ran.trace(), ran.updated(), before, place);
        if (after.hasDiverged()) {
            return after;
        }
        Snapshot scored = after.withScores(scores(ran.trace(), batch, before, place));
        boolean carries = training.batching() instanceof Batching.Chunks && !place.isLast();
        Map<String, Matrix> carried = carries ? ran.trace().finalStates() : Map.of();
        return scored.with(training.course(scored, before.course(), place, carried));
    }

    /** How well a batch was done, and the tests as they were at the beginning of the epoch. */
    private Optional<Scores> scores(NetworkTrace trace, NetworkInputs batch, Snapshot before, EpochPlace place) {
        Optional<Scores> made = Scores.of(network, trace, batch);
        boolean hasTests = inputs.goal().flatMap(NetworkInputs.Goal::tests).isPresent();
        if (training.batching() instanceof Batching.Whole || !hasTests) {
            return made;
        }
        Optional<Scores> known = place.isFirst() ? measured(before) : before.scores();
        return made.map(own -> new Scores(own.training(), known.flatMap(Scores::tests)));
    }

    private Optional<Scores> measured(Snapshot before) {
        NetworkInputs all = batches.whole(before, training);
        NetworkPlan plan = plan(all.batch(), steps);
        NetworkTrace trace = plan.run(all);
        Optional<Scores> scores = Scores.of(network, trace, all);
        plan.reuse(trace);
        return scores;
    }

    private NetworkPlan plan(int batch, int length) {
        return plans.computeIfAbsent(
                new Sizes(batch, length), sizes -> NetworkPlan.of(network, sizes.batch(), sizes.steps()));
    }
}

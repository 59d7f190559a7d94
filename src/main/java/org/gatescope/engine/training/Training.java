package org.gatescope.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Scores;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * How a network is trained.
 *
 * @param decay  what draws parameters towards zero besides
 * @param epochs how often all sequences are gone through
 * @param held   parameters that stay as they are, by full name, besides those that their cells declare as fixed
 * @param learnt states whose first value is trained, by full name: one row for all sequences, at first that of the first
 * @param batching what one update is made from
 * @param stopping when it ends before all epochs are done
 * @param ridge  how the read-out is solved instead, where that is asked for
 */
public record Training(
        Optimizer optimizer,
        LearningRate learningRate,
        Clipping clipping,
        WeightDecay decay,
        int epochs,
        Set<String> held,
        Set<String> learnt,
        Batching batching,
        EarlyStopping stopping,
        RidgeSettings ridge) {
    public Training {
        Require.notNegative("epochs", epochs);
        held = Set.copyOf(held);
        learnt = Set.copyOf(learnt);
    }

    /** All parameters are trained and no state, and all sequences make one update. */
    public Training(Optimizer optimizer, LearningRate learningRate, Clipping clipping, WeightDecay decay, int epochs) {
        this(
                optimizer,
                learningRate,
                clipping,
                decay,
                epochs,
                Set.of(),
                Set.of(),
                new Batching.Whole(),
                EarlyStopping.NEVER,
                RidgeSettings.USUAL);
    }

    /** With weight decay in the gradients of all parameters. */
    public Training(Optimizer optimizer, LearningRate learningRate, Clipping clipping, double weightDecay, int epochs) {
        this(optimizer, learningRate, clipping, WeightDecay.coupled(weightDecay), epochs);
    }

    /** The same with another optimizer. */
    public Training with(Optimizer changed) {
        return new Training(changed, learningRate, clipping, decay, epochs, held, learnt, batching, stopping, ridge);
    }

    /** The same with another learning rate. */
    public Training with(LearningRate changed) {
        return new Training(optimizer, changed, clipping, decay, epochs, held, learnt, batching, stopping, ridge);
    }

    /** The same with gradients bounded in another way. */
    public Training with(Clipping changed) {
        return new Training(optimizer, learningRate, changed, decay, epochs, held, learnt, batching, stopping, ridge);
    }

    /** The same with another weight decay. */
    public Training with(WeightDecay changed) {
        return new Training(
                optimizer, learningRate, clipping, changed, epochs, held, learnt, batching, stopping, ridge);
    }

    /** The same with another number of updates. */
    public Training withEpochs(int changed) {
        return new Training(optimizer, learningRate, clipping, decay, changed, held, learnt, batching, stopping, ridge);
    }

    /** The same with other parameters held. */
    public Training holding(Set<String> changed) {
        return new Training(
                optimizer, learningRate, clipping, decay, epochs, changed, learnt, batching, stopping, ridge);
    }

    /** The same with other states learnt. */
    public Training learning(Set<String> changed) {
        return new Training(optimizer, learningRate, clipping, decay, epochs, held, changed, batching, stopping, ridge);
    }

    /** The same with updates made from other batches. */
    public Training with(Batching changed) {
        return new Training(optimizer, learningRate, clipping, decay, epochs, held, learnt, changed, stopping, ridge);
    }

    /** The same, ended in another way. */
    public Training with(EarlyStopping changed) {
        return new Training(optimizer, learningRate, clipping, decay, epochs, held, learnt, batching, changed, ridge);
    }

    /** The same with a read-out that is solved in another way. */
    public Training with(RidgeSettings changed) {
        return new Training(
                optimizer, learningRate, clipping, decay, epochs, held, learnt, batching, stopping, changed);
    }

    /** Updates in an epoch. @param sequences that are trained on */
    public int updatesPerEpoch(int sequences, int steps) {
        return Batches.perEpoch(batching, sequences, steps);
    }

    /** Before the first update: all parameters, and of the states that are learnt the first row. */
    public Snapshot first(NetworkInputs inputs) {
        Map<String, Matrix> start = new LinkedHashMap<>(inputs.parameters());
        new TreeSet<>(learnt).forEach(state -> {
            Matrix table = inputs.initialState().get(state);
            if (table != null && table.rows() > 0) {
                start.put(state, table.rows(0, 1, 1));
            }
        });
        return Snapshot.first(start);
    }

    /**
     * What a run of a moment of the training is given. Each update drops what is drawn for it, the first one what the
     * inputs say.
     */
    public NetworkInputs at(Network network, Snapshot snapshot, NetworkInputs inputs) {
        int batch = inputs.batch();
        int steps = batch == 0 ? 0 : inputs.input().rows() / batch;
        return withParameters(snapshot, inputs)
                .withDropout(inputs.dropout().after(snapshot.epoch(), network, batch, steps));
    }

    private NetworkInputs withParameters(Snapshot snapshot, NetworkInputs inputs) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        Map<String, Matrix> states = new LinkedHashMap<>(inputs.initialState());
        snapshot.parameters().forEach((name, table) -> {
            if (states.containsKey(name)) {
                states.put(name, table.rearranged(inputs.batch(), table.columns(), row -> 0));
            } else {
                parameters.put(name, table);
            }
        });
        return learnt.isEmpty()
                ? inputs.withParameters(snapshot.parameters())
                : inputs.withParameters(parameters).withInitialState(states);
    }

    /**
     * One update over the whole batch. The same snapshot gives the same bits.
     *
     * @return the snapshot after it, or where numbers would not be finite the same one, with its divergence
     */
    public Snapshot next(NetworkPlan plan, NetworkInputs inputs, Snapshot before) {
        NetworkInputs now = at(plan.network(), before, inputs);
        NetworkTrace trace = plan.run(now.withDropout(now.dropout().switched(true)));
        EpochPlace place = new EpochPlace(before.epoch(), 1);
        Snapshot after = next(plan.network(), trace, Map.of(), before, place);
        Snapshot scored = after.hasDiverged() ? after : after.withScores(Scores.of(plan.network(), trace, inputs));
        plan.reuse(trace); // all that is kept of it are copies
        return scored.hasDiverged() ? scored : scored.with(course(scored, before.course(), place, Map.of()));
    }

    /**
     * The update that follows a run.
     *
     * @param trace   of the run of the snapshot before
     * @param updated parameters that the run itself has updated already: the optimizer leaves them alone
     * @return the snapshot after it, not scored, or where numbers would not be finite the same one, with its divergence
     */
    Snapshot next(Network network, NetworkTrace trace, Map<String, Matrix> updated, Snapshot before, EpochPlace place) {
        boolean beginsWithState = place.isFirst() || !(batching instanceof Batching.Chunks);
        Map<String, Matrix> gradients = gradients(network, trace, before, beginsWithState ? learnt : Set.of());
        double norm = together(gradients);
        double rate = learningRate.at(place.epoch(), epochs, before.course().losses());
        Snapshot after = updated(ParameterTensors.of(network), gradients, norm, rate, updated, before)
                .withLoss(trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(Double.NaN));
        Optional<Divergence> divergence = Divergence.find(network, trace, norm, after);
        return divergence.isPresent() ? before.with(divergence) : after;
    }

    /**
     * How it goes on after an update; the last one of an epoch leaves what is remembered of its loss.
     *
     * @param after   the update, scored
     * @param carried states that the next one starts with
     */
    Course course(Snapshot after, Course before, EpochPlace place, Map<String, Matrix> carried) {
        double sum = after.loss() + (place.isFirst() ? 0 : before.lossOfEpoch());
        if (!place.isLast()) {
            return new Course(before.losses(), sum, before.waited(), false, carried);
        }
        double loss = after.testLoss().orElse(sum / place.perEpoch());
        LossRecord waited = stopping.after(loss, before.waited());
        LossRecord losses = learningRate.after(loss, place.epoch(), before.losses());
        return new Course(losses, sum, waited, stopping.stops(waited), carried);
    }

    /** Of all that is trained; that of a state that is one row for all sequences is the sum over these. */
    private Map<String, Matrix> gradients(Network network, NetworkTrace trace, Snapshot before, Set<String> states) {
        Map<String, Matrix> gradients = new LinkedHashMap<>(trace.parameterGradients());
        gradients.keySet().removeAll(held);
        gradients.keySet().removeAll(network.fixed());
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                String name = part.state(state);
                if (states.contains(name) && before.parameters().containsKey(name)) {
                    gradients.put(name, sumOfRows(trace.part(part.key()).initialStateGradient(state)));
                }
            }
        }
        return gradients;
    }

    private static Matrix sumOfRows(Matrix table) {
        double[] sums = new double[table.columns()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += table.get(row, column);
            }
        }
        return Matrix.row(sums);
    }

    private static double together(Map<String, Matrix> gradients) {
        double sum = 0;
        for (Matrix gradient : gradients.values()) {
            sum += gradient.sumOfSquares();
        }
        return Math.sqrt(sum);
    }

    private Snapshot updated(
            ParameterTensors tensors,
            Map<String, Matrix> gradients,
            double norm,
            double rate,
            Map<String, Matrix> made,
            Snapshot before) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        Map<String, List<Matrix>> slots = new LinkedHashMap<>();
        Map<String, Double> changes = new LinkedHashMap<>();
        clipping.apply(gradients, norm, tensors::tensor).forEach((name, gradient) -> {
            Matrix parameter = Objects.requireNonNull(before.parameters().get(name));
            Matrix own = made.get(name);
            Optimizer.Updated updated = own == null
                    ? optimized(name, parameter, gradient, rate, tensors.isVector(name), before)
                    : new Optimizer.Updated(own, List.of());
            parameters.put(name, updated.parameter());
            slots.put(name, updated.slots());
            changes.put(name, norm(updated.parameter().combine(parameter, (now, then) -> now - then)));
        });
        before.parameters().forEach(parameters::putIfAbsent);
        before.slots().forEach(slots::putIfAbsent);
        return new Snapshot(
                before.epoch() + 1,
                parameters,
                slots,
                rate,
                Double.NaN,
                norm,
                norms(gradients),
                changes,
                Optional.empty());
    }

    private Optimizer.Updated optimized(
            String name, Matrix parameter, Matrix gradient, double rate, boolean isVector, Snapshot before) {
        double coupled = decay.spares(isVector) ? 0 : decay.coupled();
        double decoupled = decay.spares(isVector) ? 0 : decay.decoupled();
        Matrix drawn = coupled == 0 ? gradient : gradient.combine(parameter, (g, p) -> g + coupled * p);
        Matrix decayed = decoupled == 0 ? parameter : parameter.map(value -> value * (1 - rate * decoupled));
        List<Matrix> slots = before.slots().getOrDefault(name, List.of());
        return optimizer.update(decayed, drawn, slots, rate, before.epoch() + 1L);
    }

    private static Map<String, Double> norms(Map<String, Matrix> gradients) {
        Map<String, Double> norms = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> norms.put(name, norm(gradient)));
        return norms;
    }

    private static double norm(Matrix matrix) {
        return Math.sqrt(matrix.sumOfSquares());
    }
}

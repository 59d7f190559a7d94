package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;

/** What programs are written of in the tests. */
final class CodeSubjects {
    private CodeSubjects() {}

    /** One layer of each cell that comes with Gatescope, with a read-out and without. */
    static Map<String, CodeSubject> builtIn() {
        Map<String, CodeSubject> all = new LinkedHashMap<>();
        Random random = new Random(11);
        List<Training> trainings = trainings();
        int next = 0;
        for (String name : BuiltInCells.names()) {
            Layer layer = new Layer(BuiltInCells.cell(name), 3, Directions.FORWARD, Merging.CONCATENATION);
            Optional<ReadOut> readOut = Optional.of(new ReadOut(2, true, ReadOut.Activation.SOFTMAX));
            Network network = new Network(2, List.of(layer), readOut);
            all.put(
                    name,
                    of(name, network, 4, inputs(network, 2, 4, random), trainings.get(next++ % trainings.size())));
        }
        return all;
    }

    /** The same cells, several on one another. */
    static Map<String, CodeSubject> stacked() {
        Map<String, CodeSubject> all = new LinkedHashMap<>();
        Random random = new Random(12);
        List<Layer> layers = new ArrayList<>();
        for (String name : BuiltInCells.names()) {
            layers.add(new Layer(BuiltInCells.cell(name), 2, Directions.FORWARD, Merging.CONCATENATION));
        }
        for (int first = 0; first < layers.size(); first += 7) {
            List<Layer> some = layers.subList(first, Math.min(first + 7, layers.size()));
            Network network = new Network(2, some, Optional.of(new ReadOut(2, true, ReadOut.Activation.SOFTMAX)));
            Training training = trainings().get(all.size());
            all.put("stacked " + first, of("stacked " + first, network, 3, inputs(network, 2, 3, random), training));
        }
        return all;
    }

    /** Networks that PyTorch has modules for, with updates that it has too. */
    static Map<String, CodeSubject> ofTorch() {
        Map<String, CodeSubject> all = new LinkedHashMap<>();
        Random random = new Random(13);
        List<String> cells = List.of(
                "lstm",
                "gru",
                "rnn-tanh",
                "lstm-projection",
                "gru-two-biases",
                "lstm-two-biases",
                "rnn-relu",
                "rnn-tanh-two-biases");
        List<WeightDecay> decays = List.of(WeightDecay.NONE, new WeightDecay(0.01, 0, true));
        List<Training> trainings = new ArrayList<>();
        for (Training training : trainings()) {
            Training decayed = training.with(decays.get(trainings.size() % 2));
            if (TorchOptimizer.of(decayed).isPresent()) {
                trainings.add(decayed);
            }
        }
        trainings.add(trainings()
                .get(10)
                .with(new Clipping.ByNorm(0.1, Framework.PYTORCH))
                .with(new WeightDecay(0, 0.02, true)));
        for (int i = 0; i < 3 * cells.size(); i++) {
            Cell cell = BuiltInCells.cell(cells.get(i % cells.size()));
            String title = "torch " + i + " " + cells.get(i % cells.size());
            Training training = trainings.get(i % trainings.size());
            all.put(title, torch(title, cell, i / cells.size(), random, training));
        }
        return all;
    }

    /** @param kind 0 for one layer on tokens, 1 for layers alike in both directions, 2 for layers that differ */
    private static CodeSubject torch(String title, Cell cell, int kind, Random random, Training training) {
        Layer forward = new Layer(cell, 3, Directions.FORWARD);
        Layer both = new Layer(cell, 3, Directions.BOTH);
        Layer summed = new Layer(cell, 3, Directions.BOTH, Merging.SUM)
                .withDropout(new Dropout(0.3, random.nextBoolean()))
                .withShortcut(Shortcut.CONCATENATED);
        List<Layer> layers = switch (kind) {
            case 0 -> List.of(forward);
            case 1 -> List.of(forward, both, both);
            default -> List.of(summed, new Layer(BuiltInCells.cell("lstm"), 2, Directions.FORWARD), forward);
        };
        Optional<Embedding> embedding = kind == 2 ? Optional.empty() : Optional.of(new Embedding(2));
        ReadOut readOut = new ReadOut(2, kind != 1, ReadOut.Activation.SOFTMAX);
        Network network = new Network(4, embedding, layers, Optional.of(readOut));
        NetworkInputs inputs = inputs(network, 2, 3, random);
        if (kind == 0) {
            inputs = inputs.withInput(inputs.input().map(any -> 0).plus(tokens(6, 4)));
        }
        if (kind == 1) {
            Goal goal = inputs.goal().orElseThrow();
            inputs = inputs.withGoal(
                    Optional.of(new Goal(goal.loss(), goal.targets().rows(0, 1, 2), Matrix.filled(2, 1, 1))));
        }
        inputs = inputs.withDropout(DropoutMasks.drawn(network, 2, 3, random.nextLong()));
        return of(title, network, 3, inputs, training);
    }

    private static Matrix tokens(int rows, int columns) {
        Matrix tokens = Matrix.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            tokens = tokens.with(row, row * 3 % columns, 1);
        }
        return tokens;
    }

    /** An optimizer in each of its ways. */
    private static List<Training> trainings() {
        List<Optimizer> optimizers = List.of(
                new Optimizer.Sgd(0, false),
                new Optimizer.Sgd(0.9, false),
                new Optimizer.Sgd(0.9, true),
                new Optimizer.Sgd(0.9, true, Framework.KERAS),
                new Optimizer.SgdOverBatch(2),
                new Optimizer.RmsProp(0.9, 1e-7),
                new Optimizer.RmsProp(0.9, 1e-7, true, 0.5, Framework.KERAS),
                new Optimizer.RmsProp(0.9, 1e-7, true, 0.5, Framework.PYTORCH),
                new Optimizer.Adagrad(1e-8, 0.1, Framework.KERAS),
                new Optimizer.Adagrad(1e-8),
                new Optimizer.Adam(0.9, 0.999, 1e-8),
                new Optimizer.Adam(0.9, 0.999, 1e-7, true, Framework.KERAS),
                new Optimizer.Rprop(0.5, 1.2, 1e-6, 50));
        List<Clipping> clippings = List.of(
                new Clipping.None(),
                new Clipping.ByValue(0.01),
                new Clipping.ByNorm(0.1),
                new Clipping.ByNorm(0.1, Framework.PYTORCH),
                new Clipping.ByTensor(0.05, false));
        List<Training> trainings = new ArrayList<>();
        for (int i = 0; i < optimizers.size(); i++) {
            WeightDecay decay = i % 3 == 0 ? WeightDecay.NONE : new WeightDecay(0.01, i % 3 == 1 ? 0 : 0.02, true);
            trainings.add(new Training(
                    optimizers.get(i),
                    new LearningRate.Constant(0.05),
                    clippings.get(i % clippings.size()),
                    decay,
                    1,
                    Set.of("dense.b"),
                    Set.of(),
                    new org.gatescope.engine.training.Batching.Whole(),
                    org.gatescope.engine.training.EarlyStopping.NEVER,
                    org.gatescope.engine.training.RidgeSettings.USUAL));
        }
        return trainings;
    }

    private static NetworkInputs inputs(Network network, int batch, int steps, Random random) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, normal(size[0], size[1], random)));
        Map<String, Matrix> start = new LinkedHashMap<>();
        Map<String, Matrix> end = new LinkedHashMap<>();
        for (Network.Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                start.put(part.state(state), normal(batch, part.layer().width(state), random));
                end.put(part.state(state), normal(batch, part.layer().width(state), random));
            }
        }
        int rows = batch * steps;
        Goal goal = new Goal(
                new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME),
                normal(rows, 2, random).map(value -> value > 0 ? 1 : 0),
                Matrix.filled(rows, 1, 1));
        return new NetworkInputs(
                parameters,
                normal(rows, network.inputs(), random),
                java.util.Collections.nCopies(batch, steps),
                Truncation.NONE,
                start,
                normal(rows, network.width(), random),
                end,
                Optional.of(goal));
    }

    private static Matrix normal(int rows, int columns, Random random) {
        return Matrix.zeros(rows, columns).map(zero -> 0.5 * random.nextGaussian());
    }

    /** Networks of any make; some of them with a window that truncates backpropagation. */
    static Map<String, CodeSubject> random(int count) {
        Map<String, CodeSubject> all = new LinkedHashMap<>();
        List<Training> trainings = trainings();
        for (int seed = 0; all.size() < count; seed++) {
            NetworkProblem problem = seed % 10 == 9 ? RandomNetworks.empty(seed) : RandomNetworks.any(seed);
            if (problem.network().readOut().isPresent()
                    && problem.inputs().goal().isEmpty()) {
                continue; // no session is so
            }
            NetworkInputs inputs =
                    problem.inputs().withGoal(problem.inputs().goal().map(goal -> counted(problem, goal)));
            if (seed % 4 == 0) {
                inputs = inputs.withTruncation(new Truncation.Window(seed % 3));
            }
            if (seed % 5 == 0) {
                inputs = inputs.withMask(inputs.mask().withOutput(org.gatescope.engine.HeldOutput.ZERO));
            }
            String title = "random " + seed;
            Training training = trainings.get(seed % trainings.size());
            all.put(title, of(title, problem.network(), problem.steps(), inputs, training));
        }
        return all;
    }

    /** No session lets a row count at a step that is not computed. */
    private static Goal counted(NetworkProblem problem, Goal goal) {
        Matrix weights = goal.weights();
        for (int row = 0; problem.readsEveryStep() && row < weights.rows(); row++) {
            boolean isHeld = problem.isHeld(row % problem.batch(), row / problem.batch());
            weights = isHeld ? weights.with(row, 0, 0) : weights;
        }
        return new Goal(goal.loss(), goal.targets(), weights);
    }

    private static CodeSubject of(String title, Network network, int steps, NetworkInputs inputs, Training training) {
        Optional<CodeSubject.Update> update =
                inputs.goal().isEmpty() ? Optional.empty() : CodeSubject.update(network, inputs, steps, training);
        return new CodeSubject(
                title,
                network,
                steps,
                inputs,
                NetworkPlan.of(network, inputs.batch(), steps).run(inputs),
                update);
    }
}

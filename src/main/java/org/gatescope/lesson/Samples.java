package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.gatescope.session.Vocabulary;

/**
 * Sequences with their targets, as a task makes them. Of the last step alone, the targets that count are those of each
 * sequence's last step.
 *
 * @param vocabulary what the inputs stand for; empty where they are plain numbers
 * @param tests      how many of the last samples are tested on and not trained on
 */
record Samples(int inputs, int outputs, List<String> vocabulary, List<Sample> samples, int tests) {
    /** Of so few that there are, another unseen one may not be found. */
    private static final int TRIES = 100;

    /**
     * Samples to train on, and others from the same source to test on: those that are among the first are drawn again, and
     * left out if that is in vain.
     *
     * @param sample given its number, from 0
     */
    static Samples drawn(
            int inputs, int outputs, List<String> vocabulary, int trained, int tests, IntFunction<Sample> sample) {
        List<Sample> samples =
                new ArrayList<>(IntStream.range(0, trained).mapToObj(sample).toList());
        List<Sample> seen = List.copyOf(samples);
        for (int i = trained; i < trained + tests; i++) {
            IntStream.range(0, TRIES)
                    .mapToObj(number(sample, i))
                    .filter(found -> seen.stream().noneMatch(found::reads))
                    .findFirst()
                    .ifPresent(samples::add);
        }
        return new Samples(inputs, outputs, vocabulary, samples, samples.size() - trained);
    }

    private static IntFunction<Sample> number(IntFunction<Sample> sample, int number) {
        return attempt -> sample.apply(number);
    }

    /**
     * One sequence.
     *
     * @param inputs  (steps, D)
     * @param targets (steps, K)
     * @param counts  the steps that count in the loss
     */
    record Sample(double[][] inputs, double[][] targets, boolean[] counts) {
        static Sample blank(int steps, int inputs, int outputs) {
            return new Sample(new double[steps][inputs], new double[steps][outputs], new boolean[steps]);
        }

        /** A one-hot input. */
        Sample reads(int step, int token) {
            inputs[step][token] = 1;
            return this;
        }

        /** A one-hot target that counts. */
        Sample wants(int step, int token) {
            targets[step][token] = 1;
            counts[step] = true;
            return this;
        }

        int steps() {
            return inputs.length;
        }

        /** True if another one is read in the same way. */
        boolean reads(Sample other) {
            return Arrays.deepEquals(inputs, other.inputs);
        }
    }

    /** A network of one layer on these sequences, all parameters zero. */
    Session session(String title, String cell, int hidden, ReadOut readOut, Loss loss) {
        Layer layer = new Layer(BuiltInCells.cell(cell), hidden, Layer.Directions.FORWARD);
        int batch = samples.size();
        int steps = samples.stream().mapToInt(Sample::steps).max().orElse(0);
        Session zeros = Session.zeros(title, new Network(inputs, List.of(layer), Optional.empty()), batch, steps);
        Network network = new Network(inputs, List.of(layer), Optional.of(readOut));
        List<Integer> lengths = samples.stream().map(Sample::steps).toList();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
        return new Session(
                title,
                network,
                steps,
                zeros.numbers()
                        .withParameters(parameters)
                        .withInput(input(batch, steps))
                        .withLengths(lengths),
                Optional.of(objective(readOut, loss, batch, steps)),
                Vocabulary.of(vocabulary));
    }

    /** (T·N, D). */
    private Matrix input(int batch, int steps) {
        double[][] rows = new double[steps * batch][inputs];
        for (int n = 0; n < batch; n++) {
            for (int t = 0; t < samples.get(n).steps(); t++) {
                rows[t * batch + n] = samples.get(n).inputs()[t];
            }
        }
        return Matrix.of(rows, inputs);
    }

    private Objective objective(ReadOut readOut, Loss loss, int batch, int steps) {
        List<double[]> targets = new ArrayList<>();
        List<double[]> mask = new ArrayList<>();
        for (int t = 0; t < (readOut.everyStep() ? steps : 1); t++) {
            for (int n = 0; n < batch; n++) {
                Sample sample = samples.get(n);
                int step = readOut.everyStep() ? t : sample.steps() - 1;
                boolean counts = step < sample.steps() && sample.counts()[step];
                targets.add(step < sample.steps() ? sample.targets()[step] : new double[outputs]);
                mask.add(new double[] {counts ? 1 : 0});
            }
        }
        return new Objective(
                loss,
                Objective.Aim.TABLE,
                Matrix.of(targets.toArray(new double[0][]), outputs),
                Matrix.of(mask.toArray(new double[0][]), 1),
                Split.last(tests));
    }
}

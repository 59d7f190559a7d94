package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.lesson.Samples.Sample;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/** Something to learn, generated from a seed, with settings that reach its solution soon. docs/tasks.md describes them. */
public enum Task {
    /** Four letters are read, then said again. Of the 256 there are, so many are read that it does not pay to know them by heart. */
    ECHO(new Setup(0.03, 120, new WeightDecay(0, 0.1, true), new Batching.Sequences(16, true, 1))) {
        @Override
        Session zeros(Random random) {
            List<String> words = List.of("a", "b", "c", "d", "→", "·");
            return Samples.drawn(6, 6, words, 208, 16, i -> echo(random))
                    .session(title(), "lstm", 24, softmax(6, true), CLASSES);
        }

        private Sample echo(Random random) {
            int letters = 4;
            Sample sample = Sample.blank(2 * letters + 1, 6, 6).reads(letters, 4);
            for (int i = 0; i < letters; i++) {
                int letter = random.nextInt(4);
                sample.reads(i, letter).reads(letters + 1 + i, 5).wants(letters + 1 + i, letter);
            }
            return sample;
        }
    },
    /** The first letter is asked for at the end, after many that do not matter. */
    DELAYED_RECALL(new Setup(0.02, 300, new WeightDecay(0, 0.3, true))) { // else some seeds are learnt by heart
        @Override
        Session zeros(Random random) {
            List<String> words = List.of("A", "B", "C", "D", "x", "y", "z", "?");
            return Samples.drawn(8, 8, words, 48, 12, i -> recall(random))
                    .session(title(), "lstm", 16, softmax(8, false), CLASSES);
        }

        private Sample recall(Random random) {
            int steps = 20;
            int first = random.nextInt(4);
            Sample sample = Sample.blank(steps, 8, 8)
                    .reads(0, first)
                    .reads(steps - 1, 7)
                    .wants(steps - 1, first);
            for (int t = 1; t < steps - 1; t++) {
                sample.reads(t, 4 + random.nextInt(3));
            }
            return sample;
        }
    },
    /** Two of many numbers are marked; at the end their sum is asked for (Le, Jaitly and Hinton 2015, section 4.1). */
    ADDING(new Setup(0.01, 1000)) {
        @Override
        Session zeros(Random random) {
            return Samples.drawn(2, 1, List.of(), 96, 16, i -> adding(random))
                    .session(title(), "lstm", 16, new ReadOut(1, false, Activation.IDENTITY), VALUES);
        }

        private Sample adding(Random random) {
            int steps = 16;
            Sample sample = Sample.blank(steps, 2, 1);
            for (double[] row : sample.inputs()) {
                row[0] = random.nextDouble();
            }
            int first = random.nextInt(steps / 2);
            int second = steps / 2 + random.nextInt(steps / 2);
            sample.inputs()[first][1] = 1;
            sample.inputs()[second][1] = 1;
            sample.targets()[steps - 1][0] = sample.inputs()[first][0] + sample.inputs()[second][0];
            sample.counts()[steps - 1] = true;
            return sample;
        }
    },
    /**
     * The same as it was first set (Hochreiter and Schmidhuber 1997, section 5.4): numbers of either sign, marks that come
     * early, the ends marked as such, and a sum that is scaled to lie between 0 and 1.
     */
    ADDING_1997(new Setup(0.01, 400)) {
        @Override
        Session zeros(Random random) {
            return Samples.drawn(2, 1, List.of(), 96, 16, i -> adding(random))
                    .session(title(), "lstm", 16, new ReadOut(1, false, Activation.IDENTITY), VALUES);
        }

        private Sample adding(Random random) {
            int least = 16;
            int steps = least + random.nextInt(least / 10 + 1);
            Sample sample = Sample.blank(steps, 2, 1);
            for (double[] row : sample.inputs()) {
                row[0] = 2 * random.nextDouble() - 1;
            }
            int first = random.nextInt(10);
            int second = random.nextInt(least / 2 - 1); // among those that are not marked yet
            second += second >= first ? 1 : 0;
            sample.inputs()[0][1] = -1;
            sample.inputs()[steps - 1][1] = -1;
            double sum = 0;
            for (int marked : List.of(first, second)) {
                if (marked == 0) {
                    sample.inputs()[0][0] = 0;
                }
                sample.inputs()[marked][1] = 1;
                sum += sample.inputs()[marked][0];
            }
            sample.targets()[steps - 1][0] = 0.5 + sum / 4;
            sample.counts()[steps - 1] = true;
            return sample;
        }
    },
    /** After each bit: has there been an odd number of ones? */
    PARITY(new Setup(0.02, 800)) {
        @Override
        Session zeros(Random random) {
            return Samples.drawn(2, 2, List.of("0", "1"), 64, 16, i -> parity(random, 2 + i % 9))
                    .session(title(), "gru", 12, softmax(2, true), CLASSES);
        }

        private Sample parity(Random random, int steps) {
            Sample sample = Sample.blank(steps, 2, 2);
            int parity = 0;
            for (int t = 0; t < steps; t++) {
                int bit = random.nextInt(2);
                parity ^= bit;
                sample.reads(t, bit).wants(t, parity);
            }
            return sample;
        }
    },
    /**
     * As many b as a: after the first b each next letter is certain (Gers and Schmidhuber 2001). It is tested on longer
     * ones than it was trained on.
     */
    COUNTING(new Setup(0.02, 1000, new WeightDecay(0, 0.05, true))) {
        @Override
        Session zeros(Random random) {
            List<Integer> counts =
                    new ArrayList<>(IntStream.rangeClosed(1, 8).boxed().toList());
            java.util.Collections.shuffle(counts, random);
            return Samples.drawn(3, 3, List.of("a", "b", "$"), 8, 2, i -> counting(i < 8 ? counts.get(i) : i + 1))
                    .session(title(), "lstm", 10, softmax(3, true), CLASSES);
        }

        private Sample counting(int count) {
            int steps = 2 * count;
            Sample sample = Sample.blank(steps, 3, 3);
            for (int t = 0; t < steps; t++) {
                sample.reads(t, t < count ? 0 : 1);
                if (t >= count) {
                    sample.wants(t, t + 1 < steps ? 1 : 2);
                }
            }
            return sample;
        }
    },
    /** Which letters may follow, in a grammar that asks for the second one again at the end. */
    REBER(new Setup(0.02, 600)) {
        @Override
        Session zeros(Random random) {
            return Samples.drawn(7, 7, Reber.LETTERS, 48, 12, i -> reber(Reber.word(random, 16)))
                    .session(title(), "lstm", 20, new ReadOut(7, true, Activation.SIGMOID), BITS);
        }

        private Sample reber(Reber.Word word) {
            int steps = word.successors().size();
            Sample sample = Sample.blank(steps, 7, 7);
            for (int t = 0; t < steps; t++) {
                sample.reads(t, word.letters().get(t));
                for (int letter : word.successors().get(t)) {
                    sample.wants(t, letter);
                }
            }
            return sample;
        }
    },
    /** The next number of a sine. */
    SINE(new Setup(0.01, 600)) {
        @Override
        Session zeros(Random random) {
            return Samples.drawn(1, 1, List.of(), 8, 4, i -> wave(random, 30, phase -> Math.sin(phase / 2.5)))
                    .session(title(), "rnn-tanh", 12, new ReadOut(1, true, Activation.IDENTITY), VALUES);
        }
    },
    /** The next number of a wave that jumps: the network has to count. */
    SQUARE(new Setup(0.02, 800)) {
        @Override
        Session zeros(Random random) {
            return Samples.drawn(
                            1, 1, List.of(), 8, 4, i -> wave(random, 30, phase -> Math.floorMod(phase, 8) < 4 ? 1 : -1))
                    .session(title(), "gru", 12, new ReadOut(1, true, Activation.IDENTITY), VALUES);
        }
    },
    /** The next letter of a word, and the network can go on from its first. */
    HELLO(new Setup(0.05, 200)) {
        @Override
        Session zeros(Random random) {
            List<String> letters = List.of("h", "e", "l", "o");
            String word = "hello";
            Sample sample = Sample.blank(word.length() - 1, 4, 4);
            for (int t = 0; t + 1 < word.length(); t++) {
                sample.reads(t, letters.indexOf(word.substring(t, t + 1)))
                        .wants(t, letters.indexOf(word.substring(t + 1, t + 2)));
            }
            return new Samples(4, 4, letters, List.of(sample), 0)
                    .session(title(), "rnn-tanh", 8, softmax(4, true), CLASSES);
        }
    },
    /** Three layers, two of them both ways, tell the next word of three sentences. */
    THREE_SENTENCES(new Setup(0.01, 300)) {
        @Override
        Session zeros(Random random) {
            return Example.THREE_SENTENCES.session();
        }
    };

    private static final Loss CLASSES = new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);
    private static final Loss BITS = new Loss(Loss.Kind.BINARY_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);
    private static final Loss VALUES = new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.BATCH_AND_TIME);
    private static final Texts TEXTS = Texts.of(Task.class);

    private final Setup setup;

    Task(Setup setup) {
        this.setup = setup;
    }

    /** The sequences in a network without numbers of its own. */
    abstract Session zeros(Random random);

    /** Sequences and parameters of a seed, with the settings that the task comes with. */
    public Session session(long seed) {
        Session zeros = zeros(new Random(seed));
        return zeros.withTitle(title())
                .withTraining(setup.training())
                .withNumbers(numbers ->
                        numbers.withParameters(setup.initialiser(seed).parameters(zeros.network())));
    }

    /**
     * Shows it in a workbench, as one step of undo: played to its end, or as far as the loss where that is read out of the
     * last step alone, so that the step is in view.
     *
     * @param label of the step of undo, in the user's words
     */
    public void open(Workbench workbench, String label, long seed) {
        Session session = session(seed);
        boolean isOfLastStep = session.network()
                .readOut()
                .filter(readOut -> !readOut.everyStep())
                .isPresent();
        workbench.open(label, session, isOfLastStep ? Playhead::afterLoss : Playhead::toEnd);
    }

    /** As it is written on the command line: {@code delayed-recall}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the user's language. */
    public String title() {
        return TEXTS.get(id() + ".title");
    }

    /** What it shows, in a line. */
    public String purpose() {
        return TEXTS.get(id() + ".purpose");
    }

    /** The task of an id; empty if there is none. */
    public static Optional<Task> of(String id) {
        return Arrays.stream(values()).filter(task -> task.id().equals(id)).findFirst();
    }

    private static ReadOut softmax(int classes, boolean everyStep) {
        return new ReadOut(classes, everyStep, Activation.SOFTMAX);
    }

    /** A wave's value at a place. */
    private interface Wave {
        double at(int place);
    }

    /** Where it begins is drawn; how it goes on is certain after some steps, which count from there. */
    private static Sample wave(Random random, int steps, Wave wave) {
        Sample sample = Sample.blank(steps, 1, 1);
        int begin = random.nextInt(1000);
        for (int t = 0; t < steps; t++) {
            sample.inputs()[t][0] = wave.at(begin + t);
            sample.targets()[t][0] = wave.at(begin + t + 1);
            sample.counts()[t] = t >= 4;
        }
        return sample;
    }
}

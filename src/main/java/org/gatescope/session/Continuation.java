package org.gatescope.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.text.Texts;

/**
 * A network that generates: its output after a step is its input at the next. Of classes one is drawn, p ∝
 * p^(1/temperature) of the softmax; at temperature 0 it is the most likely one. Values are fed back as they are.
 *
 * @param session one sequence: the given steps, then the others; it computes the same numbers that were fed back
 * @param given   steps that were read before it went on
 */
public record Continuation(Session session, int given) {
    private static final Texts TEXTS = Texts.of(Continuation.class);
    /** More would say nothing more, and every one is kept. */
    public static final int MOST = 2_000;

    /** Why a session's network cannot generate; empty if it can. */
    public static Optional<String> refusal(Session session) {
        Network network = session.network();
        ReadOut readOut = network.readOut().orElse(null);
        if (readOut == null) {
            return Optional.of(TEXTS.get("go-on.no-read-out"));
        }
        if (!readOut.everyStep()) {
            return Optional.of(TEXTS.get("go-on.last-step"));
        }
        if (readOut.outputs() != network.inputs()) {
            return Optional.of(TEXTS.get("go-on.widths", readOut.outputs(), network.inputs()));
        }
        if (network.layers().stream().anyMatch(layer -> layer.directions().reads(true))) {
            return Optional.of(TEXTS.get("go-on.both-ways"));
        }
        return Optional.empty();
    }

    /**
     * Continues the beginning of a sequence.
     *
     * @param given       steps that are read as they are; at least 1 and at most its length
     * @param count       steps to generate, from 1 to {@link #MOST}
     * @param temperature 0 or more
     * @param progress    told before each step
     * @throws RefusedException                           if the session is refused, or a number is out of its range
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Continuation of(
            Session session, int sequence, int given, int count, double temperature, long seed, Progress progress) {
        refusal(session).ifPresent(why -> {
            throw new RefusedException(why);
        });
        int length = session.lengths().get(sequence);
        if (length == 0) {
            throw new RefusedException(TEXTS.get("go-on.empty"));
        }
        if (given < 1 || given > length) {
            throw new RefusedException(TEXTS.get("go-on.given", given, length));
        }
        if (count < 1 || count > MOST) {
            throw new RefusedException(TEXTS.get("go-on.count", count, MOST));
        }
        if (!(temperature >= 0 && temperature <= Double.MAX_VALUE)) {
            throw new RefusedException(TEXTS.get("go-on.temperature", temperature));
        }
        List<Matrix> rows = new Steps(session, sequence, temperature, new Random(seed)).rows(given, count, progress);
        return new Continuation(grown(session, sequence, rows, given), given);
    }

    /** The network step by step, with the states carried on. */
    private static final class Steps {
        private final Session session;
        private final int sequence;
        private final double temperature;
        private final Random random;
        private final NetworkPlan plan;
        private NetworkInputs numbers;

        Steps(Session session, int sequence, double temperature, Random random) {
            this.session = session;
            this.sequence = sequence;
            this.temperature = temperature;
            this.random = random;
            plan = NetworkPlan.of(session.network(), 1, 1);
            Session one = Session.zeros("", withoutReadOut(session.network()), 1, 1);
            numbers = one.numbers()
                    .withParameters(session.numbers().parameters())
                    .withDropout(DropoutMasks.NONE) // it is evaluated
                    .withInitialState(rowOf(session.numbers().initialState(), sequence));
        }

        /** What is read at each step, (1, D) each. */
        List<Matrix> rows(int given, int count, Progress progress) {
            List<Matrix> rows = new ArrayList<>();
            Matrix output = Matrix.zeros(1, session.network().inputs());
            for (int t = 0; t < given + count; t++) {
                progress.report(t, given + (long) count);
                int row = t * session.batch() + sequence;
                Matrix read = t < given ? session.numbers().input().rows(row, 1, 1) : fedBack(output);
                rows.add(read);
                boolean isSkipped = t < given && session.mask().isHeld(sequence, t); // states and output are kept
                output = isSkipped ? output : output(read);
            }
            return rows;
        }

        private Matrix output(Matrix read) {
            NetworkTrace trace = plan.run(numbers.withInput(read));
            Map<String, Matrix> states = new LinkedHashMap<>();
            for (Part part : session.network().parts()) {
                for (String state : part.layer().cell().states()) {
                    int width = part.layer().width(state);
                    double[] after = new double[width];
                    for (int unit = 0; unit < width; unit++) {
                        after[unit] =
                                trace.part(part.key()).value(Cell.after(state)).at(0, 0, unit);
                    }
                    states.put(part.state(state), Matrix.row(after));
                }
            }
            numbers = numbers.withInitialState(states);
            double[] outputs = new double[session.network().inputs()];
            for (int k = 0; k < outputs.length; k++) {
                outputs[k] = trace.readOut().orElseThrow().outputs().at(0, 0, k);
            }
            plan.reuse(trace);
            return Matrix.row(outputs);
        }

        private Matrix fedBack(Matrix output) {
            Activation activation = session.network().readOut().orElseThrow().activation();
            if (activation != Activation.SOFTMAX) {
                return output;
            }
            double[] hot = new double[output.columns()];
            hot[temperature == 0 ? likeliest(output) : drawn(output)] = 1;
            return Matrix.row(hot);
        }

        private static int likeliest(Matrix shares) {
            int best = 0;
            for (int k = 1; k < shares.columns(); k++) {
                best = shares.get(0, k) > shares.get(0, best) ? k : best;
            }
            return best;
        }

        /** Shares are scaled by the largest before the power, so that small temperatures do not lose all of them. */
        private int drawn(Matrix shares) {
            double largest = shares.get(0, likeliest(shares));
            double[] weights = new double[shares.columns()];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Math.pow(shares.get(0, k) / largest, 1 / temperature);
                sum += weights[k];
            }
            double rest = random.nextDouble() * sum;
            for (int k = 0; k < weights.length; k++) {
                rest -= weights[k];
                if (rest < 0) {
                    return k;
                }
            }
            return likeliest(shares);
        }
    }

    private static Network withoutReadOut(Network network) {
        return new Network(network.inputs(), network.embedding(), network.layers(), Optional.empty());
    }

    private static Map<String, Matrix> rowOf(Map<String, Matrix> tables, int row) {
        Map<String, Matrix> rows = new LinkedHashMap<>();
        tables.forEach((name, table) -> rows.put(name, table.rows(row, 1, 1)));
        return rows;
    }

    /** The sequence as a session of its own; each step's target is what is read at the next, and the last has none. */
    private static Session grown(Session session, int sequence, List<Matrix> rows, int given) {
        int steps = rows.size();
        BitSet skipped = new BitSet();
        IntStream.range(0, given)
                .filter(t -> session.mask().isHeld(sequence, t))
                .forEach(skipped::set);
        Network network = session.network();
        double[][] input = new double[steps][];
        double[][] targets = new double[steps][network.inputs()];
        double[][] counts = new double[steps][1];
        for (int t = 0; t < steps; t++) {
            input[t] = rows.get(t).toArray()[0];
            if (t > 0) {
                targets[t - 1] = input[t];
                counts[t - 1][0] = skipped.get(t) ? 0 : 1;
            }
        }
        NetworkInputs numbers = Session.zeros("", withoutReadOut(network), 1, steps)
                .numbers()
                .withParameters(session.numbers().parameters())
                .withInitialState(rowOf(session.numbers().initialState(), sequence))
                .withMask(session.mask().skipping(Collections.nCopies(1, steps), skipped))
                .withDropout(new DropoutMasks(session.numbers().dropout().seed(), false, Map.of()))
                .withInput(Matrix.of(input, network.inputs()));
        Objective objective = new Objective(
                session.objective().orElseThrow().loss(),
                Objective.Aim.TABLE,
                Matrix.of(targets, network.inputs()),
                Matrix.of(counts, 1));
        return new Session(
                session.title(),
                network,
                steps,
                numbers,
                Optional.of(objective),
                session.vocabulary(),
                Session.NO_MISTAKES,
                session.training(),
                session.features());
    }

    /** What was read, word by word; of values empty. */
    public List<String> words() {
        if (session.vocabulary().isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (int t = 0; t < session.steps(); t++) {
            words.add(session.token(0, t));
        }
        return words;
    }
}

package org.gatescope.session;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.StepUpdate;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;

/**
 * Everything that a user can change, as one value. An edit makes a new session, which shares what stayed the same.
 *
 * @param title      what the window shows
 * @param network    the layers with their equations, embedding and read-out
 * @param steps      T
 * @param numbers    parameters, input, lengths, chunk, states and upstream gradients; its goal is the objective's
 * @param objective  there with a read-out, and only then
 * @param vocabulary what the inputs stand for
 * @param mistakes   made on purpose in each run; usually none
 * @param training   how it is trained when that is asked for
 * @param features   where inputs and outputs come from, as far as that is known
 */
public record Session(
        String title,
        Network network,
        int steps,
        NetworkInputs numbers,
        Optional<Objective> objective,
        Vocabulary vocabulary,
        MistakenRun mistakes,
        Training training,
        Features features) {
    /** Adam as Kingma and Ba 2015 set it up, but with ten times their rate: networks that one looks at are small. */
    public static final Training TRAINING = new Training(
            new Optimizer.Adam(0.9, 0.999, 1e-8), new LearningRate.Constant(0.01), new Clipping.None(), 0, 500);

    /** No mistakes; what update they would make is notebook C's. */
    public static final MistakenRun NO_MISTAKES = new MistakenRun(Set.of(), new StepUpdate(0.01, true));

    /** @throws IllegalArgumentException that names the first table which is not as large as the network asks */
    public Session {
        numbers = numbers.withGoal(Optional.empty())
                .withDropout(numbers.dropout().completed(network, numbers.batch(), steps));
        numbers.check(network, steps);
        if (network.readOut().isPresent() != objective.isPresent()) {
            throw new IllegalArgumentException("a read-out has its objective, and only that");
        }
        features = features.of(network);
    }

    /** Where its numbers come from is not known. */
    public Session(
            String title,
            Network network,
            int steps,
            NetworkInputs numbers,
            Optional<Objective> objective,
            Vocabulary vocabulary,
            MistakenRun mistakes,
            Training training) {
        this(title, network, steps, numbers, objective, vocabulary, mistakes, training, Features.NONE);
    }

    /** Without mistakes, trained as usual. */
    public Session(
            String title,
            Network network,
            int steps,
            NetworkInputs numbers,
            Optional<Objective> objective,
            Vocabulary vocabulary) {
        this(title, network, steps, numbers, objective, vocabulary, NO_MISTAKES, TRAINING);
    }

    /** One layer that reads forward, all zeros. */
    public static Session zeros(String title, Cell cell, int batch, int steps, int inputs, int hidden) {
        Layer layer = new Layer(cell, hidden, Layer.Directions.FORWARD);
        return zeros(title, new Network(inputs, List.of(layer), Optional.empty()), batch, steps);
    }

    /** A network without a read-out, all zeros but for parameters of which cells declare the start. */
    public static Session zeros(String title, Network network, int batch, int steps) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                states.put(part.state(state), Matrix.zeros(batch, part.layer().width(state)));
            }
        }
        NetworkInputs numbers = new NetworkInputs(
                network.startingAsDeclared(parameters),
                Matrix.zeros(batch * steps, network.inputs()),
                java.util.Collections.nCopies(batch, steps),
                Truncation.NONE,
                states,
                Matrix.zeros(batch * steps, network.width()),
                states,
                Optional.empty());
        return new Session(title, network, steps, numbers, Optional.empty(), Vocabulary.NONE);
    }

    /** N. */
    public int batch() {
        return numbers.batch();
    }

    /** Steps of each sequence. */
    public List<Integer> lengths() {
        return numbers.lengths();
    }

    /** Which steps are computed, and at which all states keep their values. */
    public StepMask mask() {
        return numbers.mask();
    }

    /** Sequences that are not trained on. */
    public BitSet tested() {
        return objective.map(wanted -> wanted.split().tested(batch())).orElseGet(BitSet::new);
    }

    /** Updates that an epoch of its training takes. */
    public int updatesPerEpoch() {
        return training.updatesPerEpoch(batch() - tested().cardinality(), steps);
    }

    /** What a run takes, the goal included. */
    public NetworkInputs inputs() {
        return numbers.withGoal(objective.map(wanted -> wanted.goal(this))).withDropout(dropout());
    }

    /** What a run drops: nothing in sequences that are tested on. */
    public DropoutMasks dropout() {
        return numbers.dropout().sparing(tested(), batch());
    }

    /** What a number that a layer reads is multiplied by; 1 where it is read as it is. @param row {@code t * N + n} */
    public double factor(int layer, int row, int column) {
        boolean drops = numbers.dropout().of(layer).isPresent() && !isTested(row % batch());
        return drops ? numbers.dropout().factor(layer, row, column) : 1;
    }

    /** A layer in one direction by its key; empty where the network has no such part. */
    public Optional<Part> part(String key) {
        return network.parts().stream().filter(part -> part.key().equals(key)).findFirst();
    }

    /**
     * True if the network is this very one and the sizes are the same, so that a plan, and each table, of one serves the
     * other as well. Edits of numbers leave the network in place.
     */
    @SuppressWarnings("ReferenceEquality") // comparing equations line by line would take longer than it saves
    public boolean hasShape(Network of, int sequences, int longest) {
        return network == of && batch() == sequences && steps == longest;
    }

    /** True if networks and sizes are the same, as in {@link #hasShape}. */
    public boolean hasShapeOf(Session other) {
        return hasShape(other.network, other.batch(), other.steps);
    }

    /** True if the network is the same instance as another session's; sizes may differ. */
    @SuppressWarnings("ReferenceEquality") // as above
    public boolean hasNetworkOf(Session other) {
        return network == other.network;
    }

    /** True if nothing may differ from another session but parameters and what is dropped, as in a training. */
    @SuppressWarnings("ReferenceEquality") // comparing equations line by line would take longer than it saves
    public boolean isLikeButForParameters(Session other) {
        return network == other.network
                && steps == other.steps
                && title.equals(other.title)
                && vocabulary.equals(other.vocabulary)
                && objective.equals(other.objective)
                && mistakes.equals(other.mistakes)
                && training.equals(other.training)
                && features.equals(other.features)
                && numbers.withParameters(other.numbers.parameters())
                        .withDropout(other.numbers.dropout())
                        .equals(other.numbers);
    }

    /** True if a table is there: other networks have other parameters, smaller batches fewer sequences. */
    public boolean has(TableId id) {
        return new SessionTables(this).has(id);
    }

    /** @throws IllegalArgumentException if the session has no such table */
    public Matrix table(TableId id) {
        return new SessionTables(this).find(id).orElseThrow(() -> new IllegalArgumentException("no table " + id));
    }

    /** The same with one table replaced by another of its size. */
    public Session with(TableId id, Matrix table) {
        return new SessionTables(this).with(id, table);
    }

    /** The same with one table changed. */
    public Session edit(TableId id, UnaryOperator<Matrix> change) {
        return with(id, change.apply(table(id)));
    }

    /**
     * The same with other numbers.
     *
     * @throws IllegalArgumentException if a table does not fit the network; the message names it and both shapes
     */
    public Session withNumbers(NetworkInputs changed) {
        return new Session(title, network, steps, changed, objective, vocabulary, mistakes, training, features);
    }

    /**
     * The same with its numbers changed.
     *
     * @throws IllegalArgumentException if a table does not fit the network; the message names it and both shapes
     */
    public Session withNumbers(UnaryOperator<NetworkInputs> change) {
        return withNumbers(change.apply(numbers));
    }

    /** The same with its objective changed. */
    public Session withObjective(UnaryOperator<Objective> change) {
        return new Session(
                title, network, steps, numbers, objective.map(change), vocabulary, mistakes, training, features);
    }

    /** The same under another title. */
    public Session withTitle(String changed) {
        return new Session(changed, network, steps, numbers, objective, vocabulary, mistakes, training, features);
    }

    /** The same with words for its one-hot inputs, in order; none where the inputs are numbers. */
    public Session withVocabulary(Vocabulary words) {
        return new Session(title, network, steps, numbers, objective, words, mistakes, training, features);
    }

    /** The same with other mistakes on. */
    public Session withMistakes(MistakenRun changed) {
        return new Session(title, network, steps, numbers, objective, vocabulary, changed, training, features);
    }

    /** The same with other settings of training. */
    public Session withTraining(Training changed) {
        return new Session(title, network, steps, numbers, objective, vocabulary, mistakes, changed, features);
    }

    /** What the inputs are called, one for each of the D; empty where they are just numbered. */
    public List<String> inputNames() {
        return vocabulary.isEmpty() ? names(features.inputs()) : vocabulary.tokens();
    }

    /** What the outputs are called, one for each of the K; empty where they are just numbered. */
    public List<String> outputNames() {
        int outputs = network.readOut().map(ReadOut::outputs).orElse(0);
        return features.outputs().isEmpty() && vocabulary.size() == outputs
                ? vocabulary.tokens()
                : names(features.outputs());
    }

    private static List<String> names(List<Feature> features) {
        return features.stream().map(Feature::name).toList();
    }

    /** True where a sequence is kept for testing. @param sequence from 0 to N − 1 */
    public boolean isTested(int sequence) {
        return objective
                .filter(goal -> goal.split().tested(batch()).get(sequence))
                .isPresent();
    }

    /** The same with names and scales of its inputs and outputs; those of which there are others are not kept. */
    public Session withFeatures(Features changed) {
        return new Session(title, network, steps, numbers, objective, vocabulary, mistakes, training, changed);
    }

    /** The same with a mistake on or off. */
    public Session withMistake(Mistake mistake, boolean on) {
        Set<Mistake> changed = EnumSet.noneOf(Mistake.class);
        changed.addAll(mistakes.mistakes());
        if (on) {
            changed.add(mistake);
        } else {
            changed.remove(mistake);
        }
        return withMistakes(
                changed.contains(Mistake.GRADIENTS_NOT_ZEROED)
                        ? new MistakenRun(changed, mistakes.update(), mistakes.gradientsLeft())
                        : new MistakenRun(changed, mistakes.update()));
    }

    /** One sequence of the batch becomes shorter or longer within the T steps. @param length from 0 to T */
    public Session withLength(int sequence, int length) {
        List<Integer> lengths = new java.util.ArrayList<>(numbers.lengths());
        lengths.set(sequence, length);
        return withNumbers(numbers.withLengths(lengths));
    }

    /** Targets from elsewhere; those that counted before stand in the table, so that nothing changes until it is edited. */
    public Session withAim(Objective.Aim aim) {
        return withObjective(wanted -> aim == Objective.Aim.TABLE ? wanted.asTable(this) : wanted.withAim(aim));
    }

    /** True if the next token can be aimed at: every step is read out, into as many numbers as come in. */
    public boolean canAimAtNextToken() {
        return network.readOut()
                .map(readOut -> readOut.everyStep() && readOut.outputs() == network.inputs())
                .orElse(false);
    }

    /**
     * The word that comes in at a step of a sequence.
     *
     * @return empty unless the input there is one-hot over the vocabulary
     */
    public String token(int sequence, int step) {
        int hot = -1;
        Matrix input = numbers.input();
        int row = step * batch() + sequence;
        for (int j = 0; j < vocabulary.size(); j++) {
            double value = input.get(row, j);
            if (value == 1 && hot < 0) {
                hot = j;
            } else if (value != 0) {
                return "";
            }
        }
        return hot < 0 ? "" : vocabulary.get(hot);
    }

    /** All sequences as text, a line each, which is cut into the same tokens again. Empty without words. */
    public String text() {
        if (vocabulary.isEmpty()) {
            return "";
        }
        return IntStream.range(0, batch())
                .mapToObj(n ->
                        vocabulary.joined(IntStream.range(0, lengths().get(n)).mapToObj(t -> token(n, t))))
                .collect(Collectors.joining("\n"));
    }
}

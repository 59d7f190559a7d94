package org.gatescope.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.session.Tokens.Tokenized;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Puts another network into a session, or another number of sequences or steps. Parameters and states of the same layer,
 * name and kind are kept as far as the sizes overlap, and what is new within them is zero: a new unit is silent, a new
 * input unheard, a new step adds no gradient. Matrices that were not there before are drawn, vectors and states are zero.
 * A layer that could no longer add what it reads to what it puts out adds nothing.
 * Nothing is allocated before {@link #change}.
 */
public final class Reshape {
    private static final Texts TEXTS = Texts.of(Reshape.class);

    // maps lead from a new row or column to the old one, −1 for none
    private final Session from;
    private final Wanted wanted;
    private final Network to;
    private final int batch;
    private final int steps;
    private final IntUnaryOperator origin;
    private IntUnaryOperator tokens = PlacesBefore.bounded();
    private boolean drawsNewTokens;
    private boolean drawsNew;
    private UnaryOperator<Session> then = session -> session;

    /** @param origin for each layer of the new network that of the old one, −1 for a new layer */
    private Reshape(Session from, Wanted wanted, int batch, int steps, IntUnaryOperator origin) {
        this.from = from;
        this.wanted = wanted;
        this.to = wanted.network();
        this.batch = batch;
        this.steps = steps;
        this.origin = origin;
    }

    /** A network whose layers may have shortcuts that it cannot have. */
    private record Wanted(int inputs, Optional<Embedding> embedding, List<Layer> layers, Optional<ReadOut> readOut) {
        Network network() {
            return new Network(inputs, embedding, fitting(), readOut);
        }

        private List<Layer> fitting() {
            return Network.fitting(layers, embedding.map(Embedding::columns).orElse(inputs));
        }

        /** Layers that lose their shortcuts. */
        List<Integer> withoutShortcut() {
            List<Layer> fitting = fitting();
            return IntStream.range(0, layers.size())
                    .filter(i -> layers.get(i).shortcut() != fitting.get(i).shortcut())
                    .boxed()
                    .toList();
        }
    }

    /** Other numbers of sequences, steps and inputs. What aims at the next token reads out as many numbers as come in. */
    public static Reshape resized(Session session, int batch, int steps, int inputs) {
        Network now = session.network();
        boolean followsInput = session.objective()
                .map(wanted -> wanted.aim() == Objective.Aim.NEXT_TOKEN)
                .orElse(false);
        Optional<ReadOut> readOut = now.readOut().map(dense -> followsInput ? dense.withOutputs(inputs) : dense);
        return reshaped(session, new Wanted(inputs, now.embedding(), now.layers(), readOut), batch, steps);
    }

    /**
     * Another text: a sequence for each of its lines, one-hot over its vocabulary. A token that was there before keeps its
     * weights, those of new ones are drawn.
     */
    public static Reshape withText(Session session, Tokenized text) {
        List<Integer> lengths = text.lengths();
        int steps = Math.max(1, Collections.max(lengths));
        List<String> before = session.vocabulary().tokens();
        Reshape reshape =
                resized(session, lengths.size(), steps, text.vocabulary().size());
        reshape.tokens = token -> before.indexOf(text.vocabulary().get(token));
        reshape.drawsNewTokens = true;
        reshape.then = changed -> changed.withNumbers(numbers -> numbers.withInput(text.oneHot(steps))
                        .withMask(numbers.mask().ofOthers(lengths)))
                .withVocabulary(text.vocabulary())
                .withFeatures(Features.NONE)
                .withTitle(text.title());
        return reshape;
    }

    /** Other sequences of numbers. @param input (T·N, D), time-major */
    public static Reshape withInput(Session session, int steps, List<Integer> lengths, Matrix input) {
        Reshape reshape = resized(session, lengths.size(), steps, input.columns());
        reshape.then = changed -> changed.withNumbers(numbers ->
                        numbers.withInput(input).withMask(numbers.mask().ofOthers(lengths)))
                .withVocabulary(Vocabulary.NONE)
                .withFeatures(Features.NONE);
        return reshape;
    }

    /**
     * Sequences from outside with their targets: the layers stay, input and read-out become what the sequences ask for. An
     * embedding stays only for words.
     */
    public static Reshape withSequences(Session session, Sequences given) {
        Network now = session.network();
        Wanted to = new Wanted(
                given.input().columns(),
                given.vocabulary().isEmpty() ? Optional.empty() : now.embedding(),
                now.layers(),
                Optional.of(given.readOut()));
        Reshape reshape = reshaped(session, to, given.lengths().size(), given.steps());
        reshape.drawsNew = true;
        reshape.then = changed -> changed.withNumbers(numbers ->
                        numbers.withInput(given.input()).withMask(numbers.mask().ofOthers(given.lengths())))
                .withObjective(first -> given.objective())
                .withVocabulary(given.vocabulary())
                .withFeatures(given.features())
                .withTitle(given.title());
        return reshape;
    }

    /** A layer gets another cell, size or direction. */
    public static Reshape withLayer(Session session, int index, Layer changed) {
        List<Layer> layers = new ArrayList<>(session.network().layers());
        layers.set(index, changed);
        return withLayers(session, layers, layer -> layer);
    }

    /**
     * Something else is carried past a layer.
     *
     * @throws RefusedException if what it reads would be added to an output of another width
     */
    public static Reshape withShortcut(Session session, int index, Shortcut shortcut) {
        Layer changed = session.network().layers().get(index).withShortcut(shortcut);
        int read = session.network().reads(index);
        if (!changed.fits(read)) {
            throw new RefusedException(TEXTS.get("shortcut.refused", index + 1, read, changed.ownWidth()));
        }
        return withLayer(session, index, changed);
    }

    /** A layer goes in; those from its place on move up. */
    public static Reshape withNewLayer(Session session, int index, Layer added) {
        List<Layer> layers = new ArrayList<>(session.network().layers());
        layers.add(index, added);
        return withLayers(session, layers, layer -> layer == index ? -1 : layer > index ? layer - 1 : layer);
    }

    /** A layer goes; those above it move down. At least one stays. */
    public static Reshape withoutLayer(Session session, int index) {
        List<Layer> layers = new ArrayList<>(session.network().layers());
        layers.remove(index);
        return withLayers(session, layers, layer -> layer >= index ? layer + 1 : layer);
    }

    /** Another read-out, or none. */
    public static Reshape withReadOut(Session session, Optional<ReadOut> readOut) {
        Network now = session.network();
        return same(session, new Wanted(now.inputs(), now.embedding(), now.layers(), readOut));
    }

    /** Another embedding, or none. */
    public static Reshape withEmbedding(Session session, Optional<Embedding> embedding) {
        Network now = session.network();
        return same(session, new Wanted(now.inputs(), embedding, now.layers(), now.readOut()));
    }

    private static Reshape same(Session session, Wanted to) {
        return reshaped(session, to, session.batch(), session.steps());
    }

    private static Reshape reshaped(Session session, Wanted to, int batch, int steps) {
        return new Reshape(session, to, batch, steps, layer -> layer);
    }

    private static Reshape withLayers(Session session, List<Layer> layers, IntUnaryOperator origin) {
        Network now = session.network();
        Wanted to = new Wanted(now.inputs(), now.embedding(), layers, now.readOut());
        return new Reshape(session, to, session.batch(), session.steps(), origin);
    }

    /** New units, inputs and outputs do not begin with zeros: their weights are drawn as those of new matrices are. */
    public Reshape drawingNew() {
        drawsNew = true;
        return this;
    }

    Network network() {
        return to;
    }

    int batch() {
        return batch;
    }

    int steps() {
        return steps;
    }

    /**
     * The session after the change, and what became of its parameters.
     *
     * @throws IllegalArgumentException if what was asked for is not a network
     */
    public NetworkChange change() {
        PlacesBefore before = new PlacesBefore(from, to, origin, tokens);
        IntUnaryOperator outputs = before.widthMap(to.layers().size() - 1);
        CarriedParameters carried = carried(before, outputs);
        NetworkInputs old = from.numbers();
        NetworkInputs numbers = new NetworkInputs(
                carried.parameters(),
                overTime(
                        old.input(),
                        to.inputs(),
                        PlacesBefore.bounded(old.input().columns())),
                old.mask().rearranged(lengths(), steps * batch, PlacesBefore.rowsOverTime(from, batch)),
                dropout(before, old.dropout()),
                old.truncation(),
                states(before, old.initialState()),
                overTime(old.upstream(), to.width(), outputs),
                states(before, old.finalState()),
                Optional.empty());
        Session session = new Session(
                from.title(),
                to,
                steps,
                numbers,
                new ReshapedObjective(from, to, batch, steps, outputs).objective(),
                vocabulary(),
                from.mistakes().first(), // what gradients were left is of other shapes
                from.training().holding(carried.renamed(from.training().held())).learning(learnt(before)),
                from.features());
        return new NetworkChange(then.apply(session), carried.added(), carried.lost(), wanted.withoutShortcut());
    }

    /** What fits of layers that drop as before; the rest is drawn. */
    private DropoutMasks dropout(PlacesBefore before, DropoutMasks old) {
        DropoutMasks masks = DropoutMasks.drawn(to, batch, steps, old.seed()).switched(old.isOn());
        for (Map.Entry<Integer, Matrix> drawn : masks.factors().entrySet()) {
            int index = drawn.getKey();
            int source = origin.applyAsInt(index);
            Dropout dropout = to.layers().get(index).dropout();
            boolean isAsBefore = source >= 0
                    && source < from.network().layers().size()
                    && from.network().layers().get(source).dropout().equals(dropout);
            if (isAsBefore) {
                Matrix kept = Objects.requireNonNull(old.factors().get(source));
                IntUnaryOperator rows = dropout.sameAtEachStep() ? n -> n : PlacesBefore.rowsOverTime(from, batch);
                masks = masks.with(index, PlacesBefore.overlaid(drawn.getValue(), kept, rows, before.inputMap(index)));
            }
        }
        return masks;
    }

    /** @param outputs where a column of the top layer's output stood before */
    private CarriedParameters carried(PlacesBefore before, IntUnaryOperator outputs) {
        CarriedParameters carried = new CarriedParameters(before, drawsNew || drawsNewTokens);
        IntUnaryOperator same = PlacesBefore.bounded();
        to.embedding().ifPresent(embedding -> carried.carry(Embedding.TABLE, Embedding.TABLE, tokens, same, false));
        to.parts().forEach(carried::add);
        to.readOut().filter(ReadOut::hasWeights).ifPresent(readOut -> {
            IntUnaryOperator read = readsTokensOut() ? tokens : same;
            carried.carry(ReadOut.WEIGHTS, ReadOut.WEIGHTS, outputs, read, false);
            if (readOut.hasBias()) {
                carried.carry(ReadOut.BIAS, ReadOut.BIAS, same, read, true);
            }
        });
        return carried;
    }

    private boolean readsTokensOut() {
        return drawsNewTokens
                && from.objective()
                        .map(wanted -> wanted.aim() == Objective.Aim.NEXT_TOKEN)
                        .orElse(false);
    }

    /** States that are learnt, by their names now. */
    private Set<String> learnt(PlacesBefore before) {
        Set<String> learnt = new HashSet<>();
        for (Part part : to.parts()) {
            Optional<Part> source = before.source(part).filter(same -> same.reversed() == part.reversed());
            part.layer().cell().states().stream()
                    .filter(state -> source.filter(
                                    same -> from.training().learnt().contains(same.state(state)))
                            .isPresent())
                    .forEach(state -> learnt.add(part.state(state)));
        }
        return learnt;
    }

    private Map<String, Matrix> states(PlacesBefore before, Map<String, Matrix> old) {
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (Part part : to.parts()) {
            for (String state : part.layer().cell().states()) {
                @Nullable Matrix kept = before.source(part)
                        .filter(same -> same.reversed() == part.reversed())
                        .map(same -> old.get(same.state(state)))
                        .orElse(null);
                int width = part.layer().width(state);
                states.put(part.state(state), kept == null ? Matrix.zeros(batch, width) : kept.resized(batch, width));
            }
        }
        return states;
    }

    /** Time-major tables: row t · N + n moves to t · N′ + n. */
    private Matrix overTime(Matrix table, int width, IntUnaryOperator columns) {
        return PlacesBefore.fitted(table, steps * batch, PlacesBefore.rowsOverTime(from, batch), width, columns);
    }

    /** A sequence that filled all steps goes on to do so. */
    private List<Integer> lengths() {
        List<Integer> lengths = new ArrayList<>();
        for (int n = 0; n < batch; n++) {
            boolean isCut = n < from.batch() && from.lengths().get(n) < from.steps();
            lengths.add(isCut ? Math.min(steps, from.lengths().get(n)) : steps);
        }
        return lengths;
    }

    /** A vocabulary of another size is none. */
    private Vocabulary vocabulary() {
        return from.vocabulary().size() == to.inputs() ? from.vocabulary() : Vocabulary.NONE;
    }
}

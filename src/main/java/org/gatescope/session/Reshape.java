package org.gatescope.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Tokens.Tokenized;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Puts another network into a session, or another number of sequences or steps. Parameters and states of the same layer,
 * name and kind are kept as far as the sizes overlap, and what is new within them is zero: a new unit is silent, a new
 * input unheard, a new step adds no gradient. Matrices that were not there before are drawn, vectors and states are zero.
 * Nothing is allocated before {@link #change}.
 */
public final class Reshape {
    private static final Texts TEXTS = Texts.of(Reshape.class);
    private static final int TITLE_WORDS = 5;

    // maps lead from a new row or column to the old one, −1 for none
    private final Session from;
    private final Network to;
    private final int batch;
    private final int steps;
    private final IntUnaryOperator origin;
    private IntUnaryOperator tokens = bounded();
    private boolean drawsNewTokens;
    private UnaryOperator<Session> then = session -> session;
    private final Map<String, Matrix> parameters = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<String> added = new ArrayList<>();

    /** @param origin for each layer of the new network that of the old one, −1 for a new layer */
    private Reshape(Session from, Network to, int batch, int steps, IntUnaryOperator origin) {
        this.from = from;
        this.to = to;
        this.batch = batch;
        this.steps = steps;
        this.origin = origin;
    }

    /** Other numbers of sequences, steps and inputs. What aims at the next token reads out as many numbers as come in. */
    public static Reshape resized(Session session, int batch, int steps, int inputs) {
        Network now = session.network();
        boolean followsInput = session.objective()
                .map(wanted -> wanted.aim() == Objective.Aim.NEXT_TOKEN)
                .orElse(false);
        Optional<ReadOut> readOut = now.readOut().map(dense -> followsInput ? dense.withOutputs(inputs) : dense);
        return reshaped(session, new Network(inputs, now.embedding(), now.layers(), readOut), batch, steps);
    }

    /**
     * Another text: a sequence for each of its lines, one-hot over its vocabulary. A token that was there before keeps its
     * weights, those of new ones are drawn.
     */
    public static Reshape withText(Session session, Tokenized text) {
        List<Integer> lengths = text.lengths();
        int steps = Math.max(1, Collections.max(lengths));
        List<String> before = session.vocabulary();
        Reshape reshape =
                resized(session, lengths.size(), steps, text.vocabulary().size());
        reshape.tokens = token -> before.indexOf(text.vocabulary().get(token));
        reshape.drawsNewTokens = true;
        reshape.then = changed -> changed.withNumbers(
                        numbers -> numbers.withInput(oneHot(text, steps)).withLengths(lengths))
                .withVocabulary(text.vocabulary())
                .withTitle(title(text));
        return reshape;
    }

    /** How the first sentence begins. */
    private static String title(Tokenized text) {
        List<Integer> first = text.sequences().stream()
                .filter(sequence -> !sequence.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean areCharacters = Session.areCharacters(text.vocabulary());
        String words = first.stream()
                .limit(areCharacters ? 4L * TITLE_WORDS : TITLE_WORDS)
                .map(text::token)
                .collect(Collectors.joining(areCharacters ? "" : " "));
        return TEXTS.get("subject.text", words);
    }

    private static Matrix oneHot(Tokenized text, int steps) {
        int batch = text.sequences().size();
        int size = text.vocabulary().size();
        return new Fill.Identity().matrix(size, size).rearranged(steps * batch, size, row -> {
            List<Integer> sequence = text.sequences().get(row % batch);
            return row / batch < sequence.size() ? sequence.get(row / batch) - 1 : -1;
        });
    }

    /** Other sequences of numbers. @param input (T·N, D), time-major */
    public static Reshape withInput(Session session, int steps, List<Integer> lengths, Matrix input) {
        Reshape reshape = resized(session, lengths.size(), steps, input.columns());
        reshape.then = changed -> changed.withNumbers(
                        numbers -> numbers.withInput(input).withLengths(lengths))
                .withVocabulary(List.of());
        return reshape;
    }

    /** A layer gets another cell, size or direction. */
    public static Reshape withLayer(Session session, int index, Layer changed) {
        List<Layer> layers = new ArrayList<>(session.network().layers());
        layers.set(index, changed);
        return withLayers(session, layers, layer -> layer);
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
        return same(session, new Network(now.inputs(), now.embedding(), now.layers(), readOut));
    }

    /** Another embedding, or none. */
    public static Reshape withEmbedding(Session session, Optional<Embedding> embedding) {
        Network now = session.network();
        return same(session, new Network(now.inputs(), embedding, now.layers(), now.readOut()));
    }

    private static Reshape same(Session session, Network to) {
        return reshaped(session, to, session.batch(), session.steps());
    }

    private static Reshape reshaped(Session session, Network to, int batch, int steps) {
        return new Reshape(session, to, batch, steps, layer -> layer);
    }

    private static Reshape withLayers(Session session, List<Layer> layers, IntUnaryOperator origin) {
        Network now = session.network();
        Network to = new Network(now.inputs(), now.embedding(), layers, now.readOut());
        return new Reshape(session, to, session.batch(), session.steps(), origin);
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
     * @throws IllegalArgumentException if the wish is no network
     */
    public NetworkChange change() {
        to.embedding().ifPresent(embedding -> carry(Embedding.TABLE, Embedding.TABLE, tokens, bounded(), false));
        to.parts().forEach(this::carryParameters);
        to.readOut().filter(ReadOut::hasWeights).ifPresent(readOut -> {
            IntUnaryOperator outputs = readsTokensOut() ? tokens : bounded();
            carry(ReadOut.WEIGHTS, ReadOut.WEIGHTS, widthMap(to.layers().size() - 1), outputs, false);
            carry(ReadOut.BIAS, ReadOut.BIAS, bounded(), outputs, true);
        });
        NetworkInputs old = from.numbers();
        NetworkInputs numbers = new NetworkInputs(
                parameters,
                overTime(old.input(), to.inputs(), bounded(old.input().columns())),
                lengths(),
                old.chunk(),
                states(old.initialState()),
                overTime(old.upstream(), to.width(), widthMap(to.layers().size() - 1)),
                states(old.finalState()),
                Optional.empty());
        Session session = new Session(
                from.title(),
                to,
                steps,
                numbers,
                new ReshapedObjective(
                                from, to, batch, steps, widthMap(to.layers().size() - 1))
                        .objective(),
                vocabulary(),
                from.mistakes(),
                from.training());
        List<String> lost = from.network().parameters().keySet().stream()
                .filter(name -> !used.contains(name))
                .toList();
        return new NetworkChange(then.apply(session), List.copyOf(added), lost);
    }

    private boolean readsTokensOut() {
        return drawsNewTokens
                && from.objective()
                        .map(wanted -> wanted.aim() == Objective.Aim.NEXT_TOKEN)
                        .orElse(false);
    }

    private void carryParameters(Part part) {
        Optional<Part> source = source(part);
        for (Map.Entry<String, Shape> parameter :
                part.layer().cell().parameters().entrySet()) {
            String name = part.parameter(parameter.getKey());
            if (parameters.containsKey(name)) {
                continue; // tied: its other direction was here
            }
            Shape shape = parameter.getValue();
            String old = source.filter(same ->
                            shape.equals(same.layer().cell().parameters().get(parameter.getKey())))
                    .map(same -> same.parameter(parameter.getKey()))
                    .orElse("");
            boolean isVector = shape.rows() == Extent.ONE; // a matrix may have a single row too
            carry(name, old, map(shape.rows(), part), map(shape.columns(), part), isVector);
        }
    }

    /** The part that another one goes on from: a direction that is new starts equal to the forward one. */
    private Optional<Part> source(Part part) {
        int layer = origin.applyAsInt(part.index());
        List<Part> old = from.network().parts().stream()
                .filter(candidate -> candidate.index() == layer)
                .toList();
        return old.stream()
                .filter(candidate -> candidate.reversed() == part.reversed())
                .findFirst()
                .or(() -> old.stream().findFirst());
    }

    private void carry(String name, String old, IntUnaryOperator rows, IntUnaryOperator columns, boolean isVector) {
        int[] size = to.parameters().getOrDefault(name, new int[2]);
        Matrix before = from.numbers().parameters().get(old);
        if (before == null) {
            added.add(name);
            parameters.put(name, fill(isVector, added.size()).matrix(size[0], size[1]));
        } else {
            used.add(old);
            Matrix kept = fitted(before, size[0], rows, size[1], columns);
            parameters.put(name, drawsNewTokens ? withDrawn(isVector, kept, rows, columns) : kept);
        }
    }

    private static Fill fill(boolean isVector, long seed) {
        return isVector ? new Fill.Constant(0) : new Fill.Normal(seed);
    }

    /** What belongs to new tokens is drawn. */
    private Matrix withDrawn(boolean isVector, Matrix kept, IntUnaryOperator rows, IntUnaryOperator columns) {
        double[][] changed = kept.toArray();
        Matrix drawn = fill(isVector, parameters.size() + 1L).matrix(kept.rows(), kept.columns());
        for (int r = 0; r < changed.length; r++) {
            for (int c = 0; c < kept.columns(); c++) {
                if (rows.applyAsInt(r) < 0 || columns.applyAsInt(c) < 0) {
                    changed[r][c] = drawn.get(r, c);
                }
            }
        }
        return Matrix.of(changed, kept.columns());
    }

    /** What stays as large as it was is the same instance. */
    private static Matrix fitted(Matrix before, int rows, IntUnaryOperator row, int columns, IntUnaryOperator column) {
        IntUnaryOperator fromRow = within(row, before.rows());
        IntUnaryOperator fromColumn = within(column, before.columns());
        boolean same = rows == before.rows()
                && columns == before.columns()
                && isIdentity(fromRow, rows)
                && isIdentity(fromColumn, columns);
        return same ? before : before.rearranged(rows, fromRow, columns, fromColumn);
    }

    private static boolean isIdentity(IntUnaryOperator map, int count) {
        for (int i = 0; i < count; i++) {
            if (map.applyAsInt(i) != i) {
                return false;
            }
        }
        return true;
    }

    private static IntUnaryOperator within(IntUnaryOperator map, int count) {
        return i -> {
            int source = map.applyAsInt(i);
            return source < count ? source : -1;
        };
    }

    private IntUnaryOperator map(Extent extent, Part part) {
        return extent == Extent.D ? inputMap(part.index()) : bounded();
    }

    /** Where what a layer reads stood before: its input's columns, and the rows of its input matrices. */
    private IntUnaryOperator inputMap(int layer) {
        if (layer == 0 && to.embedding().isEmpty()) {
            return tokens;
        }
        boolean sameBelow = layer > 0 && origin.applyAsInt(layer - 1) == origin.applyAsInt(layer) - 1;
        return sameBelow ? widthMap(layer - 1) : bounded();
    }

    /** Where a layer's output stood before: the reverse direction stands right of the forward one. */
    private IntUnaryOperator widthMap(int layer) {
        int source = origin.applyAsInt(layer);
        if (source < 0 || source >= from.network().layers().size()) {
            return bounded();
        }
        Layer old = from.network().layers().get(source);
        int hidden = to.layers().get(layer).hidden();
        return column -> {
            boolean isReverse = column >= hidden;
            int unit = isReverse ? column - hidden : column;
            boolean kept =
                    unit < old.hidden() && (!isReverse || old.directions().isBidirectional());
            return kept ? (isReverse ? old.hidden() + unit : unit) : -1;
        };
    }

    private static IntUnaryOperator bounded() {
        return i -> i;
    }

    private static IntUnaryOperator bounded(int count) {
        return within(bounded(), count);
    }

    private Map<String, Matrix> states(Map<String, Matrix> old) {
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (Part part : to.parts()) {
            int hidden = part.layer().hidden();
            for (String state : part.layer().cell().states()) {
                @Nullable Matrix kept = source(part)
                        .filter(same -> same.reversed() == part.reversed())
                        .map(same -> old.get(same.state(state)))
                        .orElse(null);
                states.put(part.state(state), kept == null ? Matrix.zeros(batch, hidden) : kept.resized(batch, hidden));
            }
        }
        return states;
    }

    /** Time-major tables: row t · N + n moves to t · N′ + n. */
    private Matrix overTime(Matrix table, int width, IntUnaryOperator columns) {
        return fitted(table, steps * batch, rowsOverTime(from, batch), width, columns);
    }

    static IntUnaryOperator rowsOverTime(Session from, int batch) {
        return row -> {
            int t = row / batch;
            int n = row % batch;
            return t < from.steps() && n < from.batch() ? t * from.batch() + n : -1;
        };
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
    private List<String> vocabulary() {
        return from.vocabulary().size() == to.inputs() ? from.vocabulary() : List.of();
    }
}

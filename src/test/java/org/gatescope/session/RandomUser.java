package org.gatescope.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.reference.RandomCells;

/** Changes small sessions at random, one gesture after the other; the same steps do the same. */
public final class RandomUser {
    private static final int DEEPEST = 3;
    private static final List<String> TEXTS = List.of("to be or not to be", "a\nb a\n\na b a b", "x", "a b c d e f g");

    private final Workbench workbench;
    private final Trainer trainer;
    private final Map<String, Runnable> actions = new LinkedHashMap<>();
    private Random random;

    /**
     * One gesture, the same whatever was done before it.
     *
     * @param seed of its choices
     */
    public record Step(String name, long seed) {
        @Override
        public String toString() {
            return name + " " + seed;
        }
    }

    /** @param trainer of the same workbench */
    public RandomUser(Workbench workbench, Trainer trainer) {
        this.workbench = workbench;
        this.trainer = trainer;
        random = new Random(0);
        actions.put("undo", workbench::undo);
        actions.put("redo", workbench::redo);
        actions.put("number", this::number);
        actions.put("table", this::table);
        actions.put(
                "sizes",
                () -> workbench.change(
                        "sizes",
                        session -> Reshape.resized(
                                session,
                                1 + choose(3),
                                choose(5),
                                session.network().embedding().isPresent()
                                        ? session.network().inputs()
                                        : 1 + choose(3))));
        actions.put("length", this::length);
        actions.put(
                "chunk",
                () -> numbers(now -> now.withNumbers(all -> all.withTruncation(Truncation.chunks(choose(4))))));
        actions.put("layer", this::layer);
        actions.put("new layer", this::newLayer);
        actions.put("one layer less", this::oneLayerLess);
        actions.put("read-out", () -> workbench.change("read-out", session -> Reshape.withReadOut(session, readOut())));
        actions.put(
                "embedding",
                () -> workbench.change(
                        "embedding",
                        session -> Reshape.withEmbedding(
                                session,
                                random.nextBoolean() ? Optional.of(new Embedding(1 + choose(3))) : Optional.empty())));
        actions.put("text", this::text);
        actions.put("loss", this::loss);
        actions.put("dropout", this::dropout);
        actions.put("aim", this::aim);
        actions.put("update", this::update);
    }

    /** Of a small session of its own. */
    static RandomUser of(long seed) {
        Random random = new Random(seed * 7919 + 3);
        Session first = Session.zeros(
                "first",
                Cell.parse(RandomCells.text(random.nextInt(10_000))),
                1 + random.nextInt(2),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(3));
        Workbench workbench = new Workbench(first, Runnable::run, Runnable::run);
        return new RandomUser(workbench, new Trainer(workbench, Runnable::run));
    }

    Workbench workbench() {
        return workbench;
    }

    /** Steps at random, of all kinds there are. */
    public List<Step> story(long seed, int length) {
        Random drawn = new Random(seed);
        List<String> names = List.copyOf(actions.keySet());
        return IntStream.range(0, length)
                .mapToObj(i -> new Step(names.get(drawn.nextInt(names.size())), drawn.nextInt(1_000_000)))
                .toList();
    }

    /** Where the gesture cannot be made it does nothing. */
    public void act(Step step) {
        random = new Random(step.seed() * 7919 + 3);
        actions.getOrDefault(step.name(), () -> {}).run();
    }

    /** @return from 0 to one less than {@code count} */
    private int choose(int count) {
        return random.nextInt(count);
    }

    private void numbers(UnaryOperator<Session> change) {
        workbench.edit("numbers", change);
    }

    private void number() {
        TableId id = anyTable();
        Matrix table = workbench.session().get().table(id);
        if (table.rows() * table.columns() > 0) {
            int row = choose(table.rows());
            int column = choose(table.columns());
            numbers(session -> session.edit(id, old -> old.with(row, column, value(id))));
        }
    }

    private void table() {
        TableId id = anyTable();
        numbers(session -> session.edit(id, old -> old.map(number -> value(id))));
    }

    /** Targets are probabilities, what counts does so in part. */
    private double value(TableId id) {
        boolean isShare = id instanceof TableId.Targets || id instanceof TableId.Mask;
        return isShare ? choose(5) / 4.0 : 0.5 * random.nextGaussian();
    }

    private TableId anyTable() {
        return oneOf(tables(workbench.session().get()));
    }

    /** All that can be edited. */
    static List<TableId> tables(Session session) {
        List<TableId> tables = new ArrayList<>();
        session.numbers().parameters().keySet().forEach(name -> tables.add(new TableId.Parameter(name)));
        session.numbers().initialState().keySet().forEach(name -> tables.add(new TableId.InitialState(name)));
        session.numbers().finalState().keySet().forEach(name -> tables.add(new TableId.FinalGradient(name)));
        for (int n = 0; n < session.batch(); n++) {
            tables.addAll(List.of(
                    new TableId.Input(n), new TableId.Upstream(n), new TableId.Targets(n), new TableId.Mask(n)));
        }
        for (int layer : session.numbers().dropout().factors().keySet()) {
            for (int n = 0; n < session.batch(); n++) {
                tables.add(new TableId.Dropped(layer, n));
            }
        }
        tables.removeIf(id -> !session.has(id));
        return tables;
    }

    private void length() {
        Session session = workbench.session().get();
        int sequence = choose(session.batch());
        int length = choose(session.steps() + 1);
        numbers(now -> now.withLength(sequence, length));
    }

    private void layer() {
        Session session = workbench.session().get();
        int index = choose(session.network().layers().size());
        Layer changed = newOne();
        workbench.change("layer", now -> Reshape.withLayer(now, index, changed));
    }

    private void newLayer() {
        int depth = workbench.session().get().network().layers().size();
        if (depth < DEEPEST) {
            int index = choose(depth + 1);
            Layer added = newOne();
            workbench.change("layer", now -> Reshape.withNewLayer(now, index, added));
        }
    }

    private void oneLayerLess() {
        int depth = workbench.session().get().network().layers().size();
        if (depth > 1) {
            int index = choose(depth);
            workbench.change("layer", now -> Reshape.withoutLayer(now, index));
        }
    }

    private Layer newOne() {
        Layer layer = new Layer(
                        cell(), 1 + choose(3), oneOf(List.of(Directions.values())), oneOf(List.of(Merging.values())))
                .withShortcut(oneOf(List.of(Shortcut.values())));
        return choose(3) == 0 ? layer.withDropout(new Dropout(choose(10) / 10.0, random.nextBoolean())) : layer;
    }

    private Cell cell() {
        return random.nextBoolean()
                ? BuiltInCells.cell(oneOf(BuiltInCells.names()))
                : Cell.parse(RandomCells.text(choose(10_000)));
    }

    private Optional<ReadOut> readOut() {
        return choose(4) == 0
                ? Optional.empty()
                : Optional.of(new ReadOut(1 + choose(3), random.nextBoolean(), oneOf(List.of(Activation.values()))));
    }

    private void text() {
        Tokenizer tokenizer = oneOf(List.of(Tokenizer.WORDS, Tokenizer.CHARACTERS));
        if (tokenizer.fit(oneOf(TEXTS)) instanceof Tokens.Tokenized text) {
            workbench.change("text", session -> Reshape.withText(session, text));
        }
    }

    private void loss() {
        Optional<ReadOut> readOut = workbench.session().get().network().readOut();
        Loss loss = new Loss(oneOf(List.of(Loss.Kind.values())), oneOf(List.of(Loss.Average.values())));
        if (readOut.map(dense -> loss.fits(dense.activation())).orElse(false)) {
            numbers(session -> session.withObjective(wanted -> wanted.withLoss(loss)));
        }
    }

    /** On or off, or what the next update drops. */
    private void dropout() {
        boolean isOn = random.nextBoolean();
        int updates = choose(2);
        numbers(session -> session.withNumbers(now -> now.withDropout(
                now.dropout().switched(isOn).after(updates, session.network(), session.batch(), session.steps()))));
    }

    private void aim() {
        Session session = workbench.session().get();
        Objective.Aim aim = oneOf(List.of(Objective.Aim.values()));
        if (session.objective().isPresent() && (aim == Objective.Aim.TABLE || session.canAimAtNextToken())) {
            numbers(now -> now.withAim(aim));
        }
    }

    private void update() {
        if (Trainer.refusal(workbench.session().get()).isEmpty()) {
            trainer.step();
            trainer.end();
        }
    }

    private <E> E oneOf(List<E> choices) {
        return choices.get(choose(choices.size()));
    }
}

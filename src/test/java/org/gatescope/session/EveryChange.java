package org.gatescope.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Example;

/** Each kind of change that a session can undergo, by name. All of them fit any session. */
public final class EveryChange {
    private final Map<String, UnaryOperator<Session>> changes = new LinkedHashMap<>();

    private EveryChange() {
        sizes("longer", 2, 7, 3);
        sizes("shorter", 2, 2, 3);
        sizes("no steps", 2, 0, 3);
        sizes("long", 3, 24, 3);
        sizes("one sequence", 1, 4, 3);
        sizes("many inputs", 2, 4, 9);
        sizes("one input", 2, 4, 1);
        layer("many units", "lstm", 20);
        layer("one unit", "lstm", 1);
        layer("another cell", "gru", 3);
        add("one layer more", now -> Reshape.withNewLayer(now, 1, new Layer(cell("gru"), 2, Directions.FORWARD)));
        add("both ways", now -> Reshape.withLayer(now, 0, new Layer(cell("rnn-tanh"), 2, Directions.BOTH)));
        add(
                "one layer less",
                now -> now.network().layers().size() == 1
                        ? Reshape.withLayer(now, 0, new Layer(cell("rnn-tanh"), 2, Directions.FORWARD))
                        : Reshape.withoutLayer(now, 0));
        readOut("read-out", new ReadOut(3, true, ReadOut.Activation.SOFTMAX));
        readOut("last step read out", new ReadOut(1, false, ReadOut.Activation.SIGMOID));
        add("no read-out", now -> Reshape.withReadOut(now, Optional.empty()));
        add("embedding", now -> Reshape.withEmbedding(now, Optional.of(new Embedding(2))));
        add("no embedding", now -> Reshape.withEmbedding(now, Optional.empty()));
        add("dropout", now -> Reshape.withLayer(now, 0, dropping(now, new Dropout(0.5, false))));
        changes.put(
                "evaluated",
                now -> Reshape.withLayer(now, 0, dropping(now, new Dropout(0.3, false)))
                        .change()
                        .session()
                        .withNumbers(
                                numbers -> numbers.withDropout(numbers.dropout().switched(false))));
        add("variational dropout", now -> Reshape.withLayer(now, 0, dropping(now, new Dropout(0.2, true))));
        changes.put("ends early", now -> now.withLength(0, now.steps() / 2));
        changes.put("nothing to read", now -> now.withLength(0, 0));
        changes.put("chunks", now -> now.withNumbers(numbers -> numbers.withTruncation(Truncation.chunks(2))));
        changes.put("window", now -> now.withNumbers(numbers -> numbers.withTruncation(new Truncation.Window(1))));
        changes.put("mistake", now -> now.withMistake(Mistake.UPSTREAM_IGNORED, true));
        changes.put("one sentence", now -> Example.SENTENCE.session());
        changes.put("three sentences", now -> Example.THREE_SENTENCES.session());
    }

    /** In the order in which they are best understood. */
    public static Map<String, UnaryOperator<Session>> all() {
        return Collections.unmodifiableMap(new EveryChange().changes);
    }

    private void add(String name, Function<Session, Reshape> to) {
        changes.put(name, now -> to.apply(now).change().session());
    }

    private void sizes(String name, int batch, int steps, int inputs) {
        add(name, now -> Reshape.resized(now, batch, steps, inputs));
    }

    private void layer(String name, String cell, int hidden) {
        add(
                name,
                now -> Reshape.withLayer(
                        now,
                        0,
                        new Layer(
                                cell(cell),
                                hidden,
                                now.network().layers().getFirst().directions())));
    }

    private void readOut(String name, ReadOut readOut) {
        add(name, now -> Reshape.withReadOut(now, Optional.of(readOut)));
    }

    private static Layer dropping(Session now, Dropout dropout) {
        return now.network().layers().getFirst().withDropout(dropout);
    }

    private static Cell cell(String name) {
        return BuiltInCells.cell(name);
    }
}

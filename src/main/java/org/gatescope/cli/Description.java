package org.gatescope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.training.Training;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** A run in words, a line for each thing that is to be known. */
record Description(Run run) {
    private static final Texts TEXTS = Texts.of(Description.class);
    private static final int DIGITS = 4;
    /** Words of a vocabulary that are told. */
    private static final int MOST_WORDS = 20;

    /** All of it; paragraphs are parted by empty lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(network());
        List<Layer> layers = session().network().layers();
        for (int i = 0; i < layers.size(); i++) {
            lines.add("");
            lines.addAll(layer(i, layers.get(i)));
        }
        session().network().readOut().ifPresent(readOut -> lines.addAll(readOut(readOut)));
        lines.add("");
        lines.addAll(new LargestNumbers(run).lines());
        return lines;
    }

    private Session session() {
        return run.session();
    }

    private List<String> network() {
        Network network = session().network();
        long parameters = network.parameters().values().stream()
                .mapToLong(size -> (long) size[0] * size[1])
                .sum();
        List<String> lines = new ArrayList<>();
        lines.add(session().title());
        lines.add(TEXTS.get("describe.network", network.layers().size(), parameters));
        lines.add(TEXTS.get("describe.data", session().batch(), session().steps(), network.inputs()));
        if (session().lengths().stream().anyMatch(length -> length < session().steps())) {
            lines.add(TEXTS.get(
                    "describe.lengths",
                    session().lengths().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        if (session().mask().skipsAny()) {
            lines.add(TEXTS.get("describe.skipped", session().mask().skipped().cardinality()));
        }
        if (!session().numbers().dropout().factors().isEmpty()) {
            lines.add(TEXTS.get(session().numbers().dropout().isOn() ? "describe.dropout.on" : "describe.dropout.off"));
        }
        if (!session().vocabulary().isEmpty()) {
            lines.add(TEXTS.get("describe.words", words()));
        }
        network.embedding().ifPresent(table -> lines.add(TEXTS.get("describe.embedding", table.columns())));
        return lines;
    }

    private String words() {
        List<String> words = session().vocabulary().tokens();
        String shown = words.stream().limit(MOST_WORDS).collect(Collectors.joining(" "));
        return words.size() > MOST_WORDS ? shown + " …" : shown;
    }

    private static List<String> layer(int index, Layer layer) {
        List<String> lines = new ArrayList<>();
        Cell cell = layer.cell();
        String merging = layer.isMerged() ? TEXTS.get("describe.merging." + layer.merging()) : "";
        String directions = TEXTS.get("describe.directions." + layer.directions()) + merging;
        lines.add(TEXTS.get("describe.layer", index, layer.hidden(), directions));
        if (layer.dropout().drops()) {
            String kind = layer.dropout().sameAtEachStep() ? "describe.dropout.same" : "describe.dropout.each";
            lines.add("  " + TEXTS.get(kind, Numerals.brief(layer.dropout().rate(), DIGITS)));
        }
        if (layer.shortcut() != Shortcut.NONE) {
            lines.add("  " + TEXTS.get("describe.shortcut." + layer.shortcut()));
        }
        if (!cell.title().isEmpty()) {
            lines.add("  " + cell.title());
        }
        cell.source()
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add("  " + line));
        return lines;
    }

    private List<String> readOut(ReadOut readOut) {
        List<String> lines = new ArrayList<>(List.of(""));
        String activation = readOut.activation().name().toLowerCase(Locale.ROOT);
        String steps = readOut.everyStep() ? "describe.steps.all" : "describe.steps.last";
        lines.add(TEXTS.get("describe.read-out", activation, readOut.outputs(), TEXTS.get(steps)));
        session().objective().ifPresent(objective -> {
            String name = objective.loss().kind().word().replace('_', ' ');
            double loss = run.trace().readOut().orElseThrow().loss();
            lines.add(TEXTS.get("describe.loss", Numerals.brief(loss, DIGITS), name));
        });
        Training training = session().training();
        lines.add(TEXTS.get(
                "describe.training",
                training.optimizer().getClass().getSimpleName(),
                training.epochs(),
                Numerals.brief(training.learningRate().at(0, training.epochs()), DIGITS)));
        if (!session().mistakes().mistakes().isEmpty()) {
            String mistakes = session().mistakes().mistakes().stream()
                    .map(Mistake::id)
                    .sorted()
                    .collect(Collectors.joining(", "));
            lines.add(TEXTS.get("describe.mistakes", mistakes));
        }
        return lines;
    }
}

package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Truncation;

/** A session's data and its numbers, as the templates of programs ask for them. */
record ProgramData(CodeSubject subject, TableText tables) {
    private static final int WIDTH = 96;

    /** Sentences as paragraphs of the text in front, with an empty line before each. */
    static String notes(List<String> notes) {
        return notes.stream()
                .map(note -> "\n" + String.join("\n", BrokenLines.filled(note, WIDTH)))
                .collect(Collectors.joining("\n"));
    }

    /** @param cells the class of each part's cell */
    Map<String, String> texts(Function<Part, String> cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        addShape(texts, cells);
        addTime(texts);
        addDropout(texts);
        addInputs(texts);
        addNumbers(texts);
        subject.training().ifPresent(update -> addTraining(update, texts));
        return texts;
    }

    private void addShape(Map<String, String> texts, Function<Part, String> cells) {
        texts.put("T", String.valueOf(subject.steps()));
        texts.put("N", String.valueOf(subject.batch()));
        texts.put("WIDTH", String.valueOf(subject.network().width()));
        List<Layer> layers = subject.network().layers();
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < layers.size(); index++) {
            int layer = index;
            List<TableText.PartText> parts = subject.network().parts().stream()
                    .filter(part -> part.index() == layer)
                    .map(part ->
                            new TableText.PartText(cells.apply(part), part.key(), part.parameterKey(), part.reversed()))
                    .toList();
            Layer made = layers.get(index);
            lines.add(tables.layer(new TableText.LayerText(
                    parts, merging(made), shortcut(made), subject.network().reads(index))));
        }
        texts.put("LAYERS", String.join("\n", lines));
        texts.put(
                "SHORTCUTS",
                layers.stream().map(layer -> "\"" + shortcut(layer) + "\"").collect(Collectors.joining(", ")));
        texts.put(
                "MERGING",
                layers.stream().map(layer -> "\"" + merging(layer) + "\"").collect(Collectors.joining(", ")));
    }

    private static String shortcut(Layer layer) {
        return layer.shortcut().name().toLowerCase(Locale.ROOT);
    }

    private static String merging(Layer layer) {
        Merging merging = layer.isMerged() ? layer.merging() : Merging.CONCATENATION;
        return merging.name().toLowerCase(Locale.ROOT);
    }

    private void addTime(Map<String, String> texts) {
        int rows = subject.steps() * subject.batch();
        Matrix computed = subject.read(Matrix.filled(rows, 1, 1));
        texts.put("COMPUTED", tables.flags(computed, subject.steps(), subject.batch()));
        texts.put("LENGTHS", tables.column(subject.inputs().lengths()));
        texts.put("LAST_FORWARD", tables.column(subject.last(false)));
        texts.put("LAST_BACKWARD", tables.column(subject.last(true)));
        texts.put(
                "CHUNK",
                switch (subject.truncation()) {
                    case Truncation.None none -> "0";
                    case Truncation.Chunks(int steps) -> String.valueOf(steps);
                    case Truncation.Window(int steps) -> String.valueOf(steps);
                });
    }

    private void addDropout(Map<String, String> texts) {
        List<String> entries = new ArrayList<>();
        List<Layer> layers = subject.network().layers();
        for (int index = 0; index < layers.size(); index++) {
            int layer = index;
            int steps = layers.get(index).dropout().sameAtEachStep() ? 1 : subject.steps();
            subject.factors(index)
                    .ifPresent(factors -> entries.add(tables.dropped(layer, factors, steps, subject.batch())));
        }
        texts.put("DROPOUT", String.join("\n", entries));
    }

    private void addInputs(Map<String, String> texts) {
        texts.put("PARAMETERS", entries(parameters(), subject.inputs().parameters()));
        texts.put("INPUT", overTime(subject.read(subject.inputs().input())));
        texts.put("START", entries(states(), subject.inputs().initialState()));
        texts.put("END", entries(states(), subject.inputs().finalState()));
        texts.put("UPSTREAM", overTime(subject.read(subject.inputs().upstream())));
        subject.inputs().goal().map(Goal::targets).ifPresent(table -> texts.put("TARGETS", tables.table(table)));
        subject.weights().ifPresent(table -> texts.put("WEIGHTS", tables.table(table)));
    }

    private String overTime(Matrix table) {
        return tables.overTime(table, subject.steps(), subject.batch());
    }

    private String overTime(Series series) {
        double[][] rows = new double[series.steps() * series.batch()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = series.row(row / series.batch(), row % series.batch());
        }
        return overTime(Matrix.of(rows, series.width()));
    }

    private void addNumbers(Map<String, String> texts) {
        double loss = subject.trace().readOut().map(ReadOutTrace::loss).orElse(0.0);
        texts.put("LOSS", tables.number(loss));
        texts.put("OUTPUT", overTime(subject.trace().output()));
        texts.put("LAST_STATES", entries(states(), subject.trace().finalStates()));
        Map<String, Matrix> gradients = subject.gradients();
        texts.put("GRADIENTS", entries(List.copyOf(gradients.keySet()), gradients));
        texts.put("INPUT_GRADIENT", overTime(subject.trace().inputGradient()));
    }

    private void addTraining(CodeSubject.Update update, Map<String, String> texts) {
        List<String> constants = new ArrayList<>();
        TrainingConstants.of(update).forEach((name, number) -> constants.addAll(tables.constant(name, number)));
        texts.put("CONSTANTS", String.join("\n", constants));
        List<String> apart = new ArrayList<>();
        apart.addAll(tables.constant("HELD", TrainingConstants.held(subject, update.settings())));
        apart.addAll(tables.constant("SPARED", TrainingConstants.spared(subject, update.settings())));
        texts.put("APART", String.join("\n", apart));
        texts.put("UPDATED", entries(parameters(), update.after()));
    }

    private List<String> parameters() {
        return List.copyOf(subject.network().parameters().keySet());
    }

    private List<String> states() {
        List<String> names = new ArrayList<>();
        for (Part part : subject.network().parts()) {
            part.layer().cell().states().forEach(state -> names.add(part.state(state)));
        }
        return names;
    }

    private String entries(List<String> names, Map<String, Matrix> of) {
        Map<String, Matrix> found = new LinkedHashMap<>();
        for (String name : names) {
            Matrix table = of.get(name);
            if (table != null) {
                found.put(name, table);
            }
        }
        return tables.named(found);
    }
}

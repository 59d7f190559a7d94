package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.Truncation;

/** A session's data and its numbers, as the templates of Python programs ask for them. */
record PythonData(CodeSubject subject, PythonTables tables) {
    private static final int WIDTH = 96;

    /** Sentences as paragraphs of the text in front, with an empty line before each. */
    static String notes(List<String> notes) {
        return notes.stream()
                .map(note -> "\n" + String.join("\n", BrokenLines.filled(note, WIDTH)))
                .collect(Collectors.joining("\n"));
    }

    Map<String, String> texts(PythonCells cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        addShape(texts, cells);
        addTime(texts);
        addDropout(texts);
        addInputs(texts);
        addNumbers(texts);
        subject.training().ifPresent(update -> addTraining(update, texts));
        return texts;
    }

    private void addShape(Map<String, String> texts, PythonCells cells) {
        texts.put("T", String.valueOf(subject.steps()));
        texts.put("N", String.valueOf(subject.batch()));
        List<String> layers = new ArrayList<>();
        for (int index = 0; index < subject.network().layers().size(); index++) {
            int layer = index;
            layers.add(subject.network().parts().stream()
                    .filter(part -> part.index() == layer)
                    .map(part -> "(%s, \"%s\", \"%s\", %s)"
                            .formatted(
                                    cells.nameOf(part),
                                    part.key(),
                                    part.parameterKey(),
                                    part.reversed() ? "True" : "False"))
                    .collect(Collectors.joining(",\n     ", "[", "],")));
        }
        texts.put("LAYERS", String.join("\n", layers));
        texts.put(
                "MERGING",
                subject.network().layers().stream().map(PythonData::merging).collect(Collectors.joining(", ")));
        texts.put(
                "SHORTCUTS",
                subject.network().layers().stream().map(PythonData::shortcut).collect(Collectors.joining(", ")));
    }

    private static String shortcut(Layer layer) {
        return switch (layer.shortcut()) {
            case NONE -> "\"none\"";
            case ADDED -> "\"added\"";
            case CONCATENATED -> "\"concatenated\"";
        };
    }

    private static String merging(Layer layer) {
        return switch (layer.merging()) {
            case CONCATENATION -> "\"concatenation\"";
            case SUM -> layer.isMerged() ? "\"sum\"" : "\"concatenation\"";
            case AVERAGE -> layer.isMerged() ? "\"average\"" : "\"concatenation\"";
            case PRODUCT -> layer.isMerged() ? "\"product\"" : "\"concatenation\"";
        };
    }

    private void addDropout(Map<String, String> texts) {
        List<String> entries = new ArrayList<>();
        for (int index = 0; index < subject.network().layers().size(); index++) {
            int layer = index;
            subject.factors(index).ifPresent(factors -> {
                boolean isSame =
                        subject.network().layers().get(layer).dropout().sameAtEachStep();
                int steps = isSame ? 1 : subject.steps();
                String table = tables.table(factors, List.of(steps, subject.batch(), factors.columns()));
                entries.add(layer + ": " + table + ",");
            });
        }
        texts.put("DROPOUT", String.join("\n", entries));
    }

    private void addTime(Map<String, String> texts) {
        int rows = subject.steps() * subject.batch();
        Matrix ones = Matrix.filled(rows, 1, 1);
        texts.put("COMPUTED", tables.overTime(subject.read(ones), subject.batch()) + " == 1");
        texts.put("LENGTHS", column(subject.inputs().lengths()));
        texts.put("LAST_FORWARD", column(subject.last(false)));
        texts.put("LAST_BACKWARD", column(subject.last(true)));
        texts.put(
                "CHUNK",
                switch (subject.truncation()) {
                    case Truncation.None none -> "0";
                    case Truncation.Chunks(int steps) -> String.valueOf(steps);
                    case Truncation.Window(int steps) -> String.valueOf(steps);
                });
    }

    /** (N, 1) */
    private String column(List<Integer> numbers) {
        return tables.array() + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "([", "])"))
                + ".reshape(" + numbers.size() + ", 1)";
    }

    private void addInputs(Map<String, String> texts) {
        int batch = subject.batch();
        texts.put("PARAMETERS", entries(subject.network().parameters().keySet(), subject.inputs().parameters()));
        texts.put("INPUT", overTime(subject.read(subject.inputs().input())));
        texts.put("START", entries(states(), subject.inputs().initialState()));
        texts.put("END", entries(states(), subject.inputs().finalState()));
        texts.put("UPSTREAM", overTime(subject.read(subject.inputs().upstream())));
        subject.inputs().goal().map(Goal::targets).ifPresent(table -> texts.put("TARGETS", tables.table(table)));
        subject.weights().ifPresent(table -> texts.put("WEIGHTS", tables.table(table)));
    }

    private String overTime(Matrix table) {
        return tables.table(table, List.of(subject.steps(), subject.batch(), table.columns()));
    }

    private void addNumbers(Map<String, String> texts) {
        double loss = subject.trace().readOut().map(ReadOutTrace::loss).orElse(0.0);
        texts.put("LOSS", tables.number(loss));
        texts.put("OUTPUT", tables.series(subject.trace().output()));
        texts.put("LAST_STATES", entries(states(), subject.trace().finalStates()));
        Map<String, String> gradients = new LinkedHashMap<>();
        subject.gradients().forEach((name, table) -> gradients.put(name, tables.table(table)));
        gradients.put("input", tables.series(subject.trace().inputGradient()));
        texts.put("GRADIENTS", tables.entries(gradients));
    }

    private void addTraining(CodeSubject.Update update, Map<String, String> texts) {
        List<String> lines = new ArrayList<>();
        TrainingConstants.of(update).forEach((name, number) -> lines.add(name + " = " + tables.number(number)));
        texts.put("CONSTANTS", String.join("\n", lines));
        lines.clear();
        lines.addAll(BrokenLines.python("HELD = ", set(TrainingConstants.held(subject, update.settings())), 0));
        lines.addAll(BrokenLines.python("SPARED = ", set(TrainingConstants.spared(subject, update.settings())), 0));
        texts.put("APART", String.join("\n", lines));
        texts.put("UPDATED", entries(subject.network().parameters().keySet(), update.after()));
    }

    private static String set(Set<String> names) {
        return names.isEmpty()
                ? "set()"
                : names.stream().collect(Collectors.joining("\", \"", "{\"", "\"}"));
    }

    private List<String> states() {
        List<String> names = new ArrayList<>();
        for (Part part : subject.network().parts()) {
            part.layer().cell().states().forEach(state -> names.add(part.state(state)));
        }
        return names;
    }

    private String entries(Iterable<String> names, Map<String, Matrix> of) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String name : names) {
            Matrix table = of.get(name);
            if (table != null) {
                entries.put(name, tables.table(table));
            }
        }
        return tables.entries(entries);
    }
}

package org.gatescope.format.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A model's layers as its description has them, those of models within it too. */
final class KerasConfig {
    /** Layers that hand on what they read when a model is used. */
    private static final Set<String> PASSING = Set.of(
            "Dropout",
            "SpatialDropout1D",
            "GaussianDropout",
            "GaussianNoise",
            "AlphaDropout",
            "ActivityRegularization",
            "Masking",
            "Identity");

    private static final int DEEPEST = 50;

    /** Those that hand on at once, one after the other. */
    private static final int MOST_PASSING = 100;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<Member, Entry> byMember = new HashMap<>();
    private int models;

    /**
     * A layer.
     *
     * @param settings its own JSON
     * @param path     where Keras 3 puts its weights: {@code layers/lstm_1}
     * @param index    among all layers
     * @param model    which of the models it is in, by number
     * @param sources  names of the layers that it reads; in a sequence of layers the one before
     */
    record Entry(
            String name, String type, JsonNode settings, String path, int index, int model, List<String> sources) {}

    private record Member(int model, String name) {}

    KerasConfig(JsonNode model) {
        addModel(model, "", 0);
    }

    private void addModel(JsonNode model, String prefix, int depth) {
        JsonNode settings = model.path("config");
        JsonNode layers = settings.isArray() ? settings : settings.path("layers");
        boolean isSequence = settings.isArray()
                || "Sequential".equals(model.path("class_name").asString(""));
        int number = models++;
        Map<String, Integer> used = new HashMap<>();
        String before = "";
        for (JsonNode layer : depth > DEEPEST ? List.<JsonNode>of() : layers) {
            String type = layer.path("class_name").asString("");
            JsonNode own = layer.path("config");
            String name = own.path("name").asString(layer.path("name").asString(""));
            String group = snakeCase(type);
            int count = used.merge(group, 1, Integer::sum) - 1;
            String path = prefix + "layers/" + group + (count == 0 ? "" : "_" + count);
            List<String> sources = isSequence ? List.of(before) : sources(layer.path("inbound_nodes"));
            Entry entry = new Entry(name, type, own, path, entries.size(), number, sources);
            entries.add(entry);
            byName.putIfAbsent(name, entry);
            byMember.putIfAbsent(new Member(number, name), entry);
            addModel(layer, path + "/", depth + 1);
            addModel(own.path("layer"), path + "/layer/", depth + 1);
            before = name;
        }
    }

    /** As Keras makes names of classes: SimpleRNN is {@code simple_rnn}. */
    private static String snakeCase(String type) {
        return type.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> sources(JsonNode nodes) {
        Set<String> names = new LinkedHashSet<>();
        collect(nodes, names);
        return List.copyOf(names);
    }

    /** Wherever a name, the number of a call and the number of an output stand in a row, in Keras 3 as in Keras 2. */
    private static void collect(JsonNode node, Set<String> names) {
        if (node.isArray()
                && node.size() >= 3
                && node.get(0).isString()
                && node.get(1).isIntegralNumber()
                && node.get(2).isIntegralNumber()) {
            names.add(node.get(0).stringValue());
        }
        node.forEach(child -> collect(child, names));
    }

    /** The layer that a cell belongs to. */
    Optional<Entry> of(KerasCell cell) {
        return cell.isNumbered()
                ? byPath(cell.path())
                : innermost(List.of(cell.path().split("/")));
    }

    private Optional<Entry> byPath(String path) {
        String now = path.replace("_layer_checkpoint_dependencies/", "layers/");
        return entries.stream()
                .filter(entry -> now.startsWith(entry.path + "/"))
                .reduce((one, other) -> other.path.length() > one.path.length() ? other : one);
    }

    /** The innermost one whose name is part of the path. */
    private Optional<Entry> innermost(List<String> path) {
        return path.reversed().stream()
                .filter(byName::containsKey)
                .map(byName::get)
                .findFirst();
    }

    /** What a layer reads, as far as it is another layer that changes numbers. */
    Optional<Entry> below(Entry entry) {
        Optional<Entry> source = source(entry);
        for (int i = 0;
                i < MOST_PASSING
                        && source.filter(found -> PASSING.contains(found.type)).isPresent();
                i++) {
            source = source(source.get());
        }
        return source;
    }

    private Optional<Entry> source(Entry entry) {
        return entry.sources.stream()
                .findFirst()
                .flatMap(name -> Optional.ofNullable(byMember.get(new Member(entry.model, name))));
    }

    /** Whether steps may be skipped. */
    boolean isMasked() {
        return entries.stream()
                .anyMatch(entry -> entry.type.equals("Masking")
                        || entry.settings.path("mask_zero").asBoolean(false));
    }
}

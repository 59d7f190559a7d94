package org.gatescope.format.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.format.keras.KerasLayer.Place;
import org.gatescope.format.tensor.NamedTensor;

/** Finds Keras's recurrent layers among the arrays of a file, by their names and by what the file says beside them. */
final class KerasFinding {
    private static final Pattern COUNTED = Pattern.compile("(.*?)(?:_(\\d{1,9}))?[./]", Pattern.DOTALL);
    private static final int MOST = 1000;

    /** What Keras calls a layer unless it is told otherwise. */
    private static final Pattern OWN_NAME =
            Pattern.compile("(?:.*[./])?(?:bidirectional|lstm|gru|simple_rnn|rnn)(?:_\\d+)?[./]", Pattern.DOTALL);

    private final List<NamedTensor> tensors;
    private final boolean isOld;
    private final Optional<KerasConfig> config;
    /** Places of arrays in the order in which they were saved, as far as the file says it. */
    private final Map<String, Integer> order = new LinkedHashMap<>();

    KerasFinding(List<NamedTensor> tensors, KerasFacts facts) {
        this.tensors = tensors;
        this.isOld = facts.isOld();
        this.config = facts.config().map(KerasConfig::new);
        facts.order().forEach(name -> order.putIfAbsent(name, order.size()));
    }

    Optional<KerasConfig> config() {
        return config;
    }

    private List<KerasCell> cells(Comparator<KerasCell> sorting) throws FormatException {
        Map<String, KerasCell> cells = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors) {
            Optional<KerasName> name = KerasName.of(tensor.name());
            if (name.isPresent()) {
                cells.computeIfAbsent(
                                name.get().cell(),
                                path -> new KerasCell(path, name.get().isNumbered()))
                        .add(name.get(), tensor);
            }
        }
        List<KerasCell> recurrent =
                cells.values().stream().filter(KerasCell::isRecurrent).toList();
        if (recurrent.size() > MOST) {
            throw new FormatException("keras.many", MOST);
        }
        return recurrent.stream().sorted(sorting).toList();
    }

    /** Where its layer stands in the model's description. */
    private int described(KerasCell cell) {
        return config.flatMap(known -> known.of(cell))
                .map(KerasConfig.Entry::index)
                .orElse(Integer.MAX_VALUE);
    }

    /** Where a cell was saved among others, as far as the file says it. */
    private int place(KerasCell cell) {
        return cell.tables().values().stream()
                .flatMap(gates -> gates.values().stream())
                .mapToInt(tensor -> order.getOrDefault(tensor.name(), Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private List<KerasLayer> layers(Comparator<KerasCell> sorting) throws FormatException {
        Map<String, List<KerasCell>> forward = new LinkedHashMap<>();
        Map<String, List<KerasCell>> backward = new LinkedHashMap<>();
        for (KerasCell cell : cells(sorting)) {
            Place place = Place.of(cell);
            forward.computeIfAbsent(place.key(), key -> new ArrayList<>());
            (place.isBackward() ? backward : forward)
                    .computeIfAbsent(place.key(), key -> new ArrayList<>())
                    .add(cell);
        }
        List<KerasLayer> layers = new ArrayList<>();
        forward.forEach((key, list) -> {
            List<KerasCell> others = backward.getOrDefault(key, List.of());
            KerasCell first = list.isEmpty() ? others.getFirst() : list.getFirst();
            layers.add(new KerasLayer(key, list, others, config.flatMap(known -> known.of(first))));
        });
        return layers;
    }

    /** Layers of which each reads what the one before puts out; if names have another order than places, the longer stacks. */
    List<List<KerasLayer>> stacks() throws FormatException {
        Comparator<KerasCell> byName = Comparator.comparing(KerasCell::path, NaturalOrder::compare);
        Comparator<KerasCell> byPlace = Comparator.comparingInt(this::described)
                .thenComparingInt(this::place)
                .thenComparing(byName);
        List<List<KerasLayer>> placed = stacks(layers(byPlace));
        List<List<KerasLayer>> named = isOld || config.isPresent() ? placed : stacks(layers(byName));
        return named.size() < placed.size() ? named : placed;
    }

    private List<List<KerasLayer>> stacks(List<KerasLayer> layers) {
        List<List<KerasLayer>> stacks = new ArrayList<>();
        for (KerasLayer layer : layers) {
            stacks.stream()
                    .filter(stack -> isOn(stack.getLast(), layer))
                    .findFirst()
                    .ifPresentOrElse(stack -> stack.add(layer), () -> stacks.add(new ArrayList<>(List.of(layer))));
        }
        return stacks;
    }

    private boolean isOn(KerasLayer below, KerasLayer layer) {
        if (config.isPresent() && layer.entry().isPresent()) {
            Optional<KerasConfig.Entry> read = config.get().below(layer.entry().get());
            return read.isPresent() && read.equals(below.entry());
        }
        boolean isKnown = isOld
                || OWN_NAME.matcher(below.key()).matches()
                        && OWN_NAME.matcher(layer.key()).matches();
        boolean isNext = isKnown && isAdjacent(below, layer) || !isOld && isCounted(below.key(), layer.key());
        return isNext && layer.inputs() == below.width();
    }

    /** Whether nothing with weights was saved between two layers. */
    private boolean isAdjacent(KerasLayer below, KerasLayer layer) {
        int end = below.tensors()
                .mapToInt(tensor -> order.getOrDefault(tensor.name(), Integer.MAX_VALUE))
                .max()
                .orElse(Integer.MAX_VALUE);
        int start = layer.cells().mapToInt(this::place).min().orElse(-1);
        return end < Integer.MAX_VALUE && start == end + 1;
    }

    /** Whether names say that one follows the other: {@code layers/lstm/} and {@code layers/lstm_1/}. */
    private static boolean isCounted(String below, String layer) {
        Matcher one = COUNTED.matcher(below);
        Matcher other = COUNTED.matcher(layer);
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && count(other) == count(one) + 1;
    }

    private static int count(Matcher counted) {
        return counted.group(2) == null ? 0 : Integer.parseInt(counted.group(2));
    }
}

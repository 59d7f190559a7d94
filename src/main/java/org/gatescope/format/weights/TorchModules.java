package org.gatescope.format.weights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.TorchName.Table;

/** Finds PyTorch's recurrent modules among the arrays of a file, by their names. */
public final class TorchModules {
    private static final int SHOWN = 6;

    /** Tables by prefix, then by place. */
    private final SortedMap<String, SortedMap<Place, Map<Table, NamedTensor>>> found = new TreeMap<>();

    /** A layer's direction; layers of cells have numbers in their prefixes. */
    record Place(int layer, boolean reversed, String suffix) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return layer != other.layer
                    ? Integer.compare(layer, other.layer)
                    : Boolean.compare(reversed, other.reversed);
        }
    }

    private TorchModules() {}

    /**
     * The one network of a file.
     *
     * @param wanted the beginning of its names, where there are several
     * @throws FormatException if there is none, or it cannot be taken as it is
     */
    public static TorchNetwork find(List<NamedTensor> tensors, Optional<String> wanted) throws FormatException {
        TorchModules modules = new TorchModules();
        for (NamedTensor tensor : DroppedWeights.undone(tensors)) {
            modules.add(tensor);
        }
        CellStacks.join(modules.found);
        return modules.network(modules.chosen(tensors, wanted));
    }

    private void add(NamedTensor tensor) throws FormatException {
        Optional<TorchName> parsed = TorchName.of(tensor.name());
        if (parsed.isPresent()) {
            TorchName name = parsed.get();
            String suffix = name.isCell() ? "" : TorchName.suffix(name.layer(), name.reversed());
            Map<Table, NamedTensor> tables = found.computeIfAbsent(name.prefix(), prefix -> new TreeMap<>())
                    .computeIfAbsent(
                            new Place(name.layer(), name.reversed(), suffix), place -> new EnumMap<>(Table.class));
            if (tables.put(name.table(), tensor) != null) {
                throw new FormatException("tensor.twice", tensor.name());
            }
        }
    }

    private String chosen(List<NamedTensor> tensors, Optional<String> wanted) throws FormatException {
        if (wanted.isPresent()) {
            String prefix = wanted.get();
            String chosen = found.containsKey(prefix + ".") ? prefix + "." : prefix;
            UnreadLayouts.refuse(tensors, chosen);
            if (!found.containsKey(chosen)) {
                throw new FormatException("torch.prefix", prefix, prefixes());
            }
            return chosen;
        }
        if (found.size() > 1) {
            throw new FormatException("torch.several", found.size(), prefixes());
        }
        UnreadLayouts.refuse(tensors, found.isEmpty() ? "" : found.firstKey());
        if (found.isEmpty()) {
            throw new FormatException("torch.none", names(tensors));
        }
        return found.firstKey();
    }

    private String prefixes() {
        return found.keySet().stream()
                .limit(SHOWN)
                .map(prefix -> "“" + prefix + "”")
                .collect(Collectors.joining(", "));
    }

    private static String names(List<NamedTensor> tensors) {
        String names = tensors.stream().limit(SHOWN).map(NamedTensor::name).collect(Collectors.joining(", "));
        return tensors.size() > SHOWN ? names + " …" : names;
    }

    private TorchNetwork network(String prefix) throws FormatException {
        List<List<TorchDirection>> layers = new ArrayList<>();
        SortedMap<Place, Map<Table, NamedTensor>> places =
                Optional.ofNullable(found.get(prefix)).orElseThrow();
        for (Map.Entry<Place, Map<Table, NamedTensor>> entry : places.entrySet()) {
            Place place = entry.getKey();
            TorchDirection direction = TorchDirection.of(prefix, place.suffix(), entry.getValue());
            if (place.layer() == layers.size() && !place.reversed()) {
                layers.add(new ArrayList<>());
            } else if (place.layer() != layers.size() - 1) {
                throw new FormatException("torch.missing", prefix + missing(layers.size(), place));
            }
            layers.getLast().add(direction);
        }
        int directions = layers.getFirst().size();
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).size() != directions) {
                throw new FormatException("torch.missing", prefix + "weight_hh" + TorchName.suffix(layer, true));
            }
        }
        return new TorchNetwork(prefix, layers).checked();
    }

    private static String missing(int layers, Place next) {
        int layer = Math.min(layers, next.layer());
        return "weight_hh" + TorchName.suffix(layer, false);
    }
}

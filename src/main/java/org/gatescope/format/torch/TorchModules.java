package org.gatescope.format.torch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchName.Table;

/** Finds PyTorch's recurrent modules among the arrays of a file, by their names. */
public final class TorchModules {
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

    /** All networks that names point to, by their prefixes; whether they can be taken shows when they are asked for. */
    public static List<Candidate> candidates(List<NamedTensor> tensors) throws FormatException {
        TorchModules modules = new TorchModules();
        for (NamedTensor tensor : NormedWeights.undone(DroppedWeights.undone(tensors))) {
            modules.add(tensor);
        }
        CellStacks.join(modules.found);
        List<Candidate> candidates = new ArrayList<>();
        modules.found.forEach((prefix, places) -> candidates.add(new TorchCandidate(prefix, places, tensors)));
        return candidates;
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
}

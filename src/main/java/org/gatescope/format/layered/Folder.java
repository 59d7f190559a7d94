package org.gatescope.format.layered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;

/**
 * Tensors whose names begin alike.
 *
 * @param text   what they begin with, as the file has it
 * @param parts  the same, taken apart
 * @param starts where in the text each part begins
 * @param tables by what follows, with {@code /} between parts: {@code kernel}, {@code gates/kernel}
 */
public record Folder(String text, List<String> parts, List<Integer> starts, Map<String, NamedTensor> tables) {
    /** As many parts as the names of a cell's own tables have: {@code igates/input/weight}. */
    private static final int DEEPEST = 3;

    /** All folders of a file, each with what is in it and not too deep below it. @throws FormatException if two names mean the same */
    static List<Folder> of(List<NamedTensor> tensors) throws FormatException {
        Map<String, Folder> folders = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors) {
            TensorPath path = TensorPath.of(tensor);
            int count = path.parts().size();
            for (int depth = Math.max(0, count - DEEPEST); depth < count; depth++) {
                List<String> parts = path.parts().subList(0, depth);
                List<Integer> starts = path.starts().subList(0, depth);
                Folder folder = folders.computeIfAbsent(
                        path.before(depth), text -> new Folder(text, parts, starts, new LinkedHashMap<>()));
                String name = String.join("/", path.parts().subList(depth, count));
                if (folder.tables.put(name, tensor) != null) {
                    throw new FormatException("tensor.twice", tensor.name());
                }
            }
        }
        return new ArrayList<>(folders.values());
    }

    /** The last part of its name; empty for what has none. */
    public String name() {
        return parts.isEmpty() ? "" : parts.getLast();
    }

    /** Whether all of some tables are there. */
    public boolean holds(String... names) {
        return tables.keySet().containsAll(List.of(names));
    }

    /** Whether one of some tables is there. */
    public boolean holdsAny(String... names) {
        return Stream.of(names).anyMatch(tables::containsKey);
    }

    /** A table of real numbers with a number of sizes. @throws FormatException if it is missing or is not so */
    public NamedTensor table(String name, int depth) throws FormatException {
        Optional<NamedTensor> found = Optional.ofNullable(tables.get(name));
        NamedTensor tensor = found.orElseThrow(() -> new FormatException("torch.missing", text + written(name)));
        if (!tensor.type().isReal()) {
            throw new FormatException("torch.whole", tensor.name(), tensor.type());
        }
        if (tensor.dimensions().depth() != depth) {
            throw new FormatException("torch.depth", tensor.name(), tensor.dimensions(), depth);
        }
        if (tensor.dimensions().sizes().contains(0)) {
            throw new FormatException("torch.empty", tensor.name());
        }
        return tensor;
    }

    /** A name of a table as the file would have it. */
    private String written(String name) {
        return text.endsWith(".") ? name.replace('/', '.') : name;
    }

    /** A table of a certain size. @throws FormatException if it is missing or is not so */
    public NamedTensor sized(String name, Integer... sizes) throws FormatException {
        NamedTensor tensor = table(name, sizes.length);
        if (!tensor.dimensions().equals(Dimensions.of(sizes))) {
            throw new FormatException("torch.size", tensor.name(), tensor.dimensions(), Dimensions.of(sizes));
        }
        return tensor;
    }

    /** The same where it may be left out. */
    public Optional<NamedTensor> ifSized(String name, Integer... sizes) throws FormatException {
        return tables.containsKey(name) ? Optional.of(sized(name, sizes)) : Optional.empty();
    }

    /** Which of some names is there; the first if none is. */
    public String either(String... names) {
        return Stream.of(names).filter(tables::containsKey).findFirst().orElse(names[0]);
    }
}

package org.gatescope.format.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.StoredNumbers;

/**
 * Values of a graph that stand in the file, behind those nodes that exporters leave before weights: cut out, joined, with
 * other dimensions, but nowhere computed.
 */
final class GraphConstants {
    private static final int DEEPEST = 64;
    private static final int FEW = 64;

    private final OnnxGraph graph;
    private final Map<String, Optional<StoredRuns>> known = new HashMap<>();

    GraphConstants(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Empty for what is computed, or given when the network is run. */
    Optional<StoredRuns> value(String name) throws FormatException {
        return value(name, 0);
    }

    /** A few whole numbers, such as axes. */
    Optional<List<Long>> integers(String name) throws FormatException {
        Optional<StoredRuns> value = value(name);
        return value.isEmpty() ? Optional.empty() : integers(value.get());
    }

    private static Optional<List<Long>> integers(StoredRuns value) throws FormatException {
        if (value.dimensions().count() > FEW) {
            return Optional.empty();
        }
        List<Long> integers = new ArrayList<>();
        for (StoredRuns.Run run : value.runs()) {
            if (run.tensor().type().isReal() || run.tensor().dimensions().count() > FEW) {
                return Optional.empty();
            }
            double[] all = run.tensor().values();
            for (int i = 0; i < run.count(); i++) {
                integers.add((long) all[run.start() + i]);
            }
        }
        return Optional.of(integers);
    }

    private Optional<StoredRuns> value(String name, int depth) throws FormatException {
        Optional<StoredRuns> before = known.get(name);
        if (before != null) {
            return before;
        }
        Optional<StoredRuns> value = depth > DEEPEST || name.isEmpty() ? Optional.empty() : found(name, depth);
        known.put(name, value);
        return value;
    }

    private Optional<StoredRuns> found(String name, int depth) throws FormatException {
        Optional<OnnxTensor> stored = graph.stored(name);
        if (stored.isPresent()) {
            return Optional.of(StoredRuns.of(stored.get().tensor()));
        }
        Optional<OnnxNode> maker = graph.maker(name);
        return maker.isEmpty() ? Optional.empty() : made(name, maker.get(), depth);
    }

    private Optional<StoredRuns> made(String name, OnnxNode node, int depth) throws FormatException {
        switch (node.type()) {
            case "Constant":
                return constant(name, node);
            case "Concat":
                return joined(node, depth);
            default:
        }
        Optional<StoredRuns> before = value(node.input(0), depth + 1);
        if (before.isEmpty()) {
            return before;
        }
        StoredRuns value = before.get();
        return switch (node.type()) {
            case "Identity" -> before;
            case "Cast" -> widened(value, node);
            case "Unsqueeze" -> unsqueezed(value, node);
            case "Squeeze" -> squeezed(value, node);
            case "Reshape" -> reshaped(value, node);
            case "Slice" -> sliced(value, node);
            case "Split" -> split(value, node, name);
            case "Gather" -> gathered(value, node);
            default -> Optional.empty();
        };
    }

    private static Optional<StoredRuns> constant(String name, OnnxNode node) throws FormatException {
        Optional<OnnxTensor> tensor = node.attribute("value").flatMap(OnnxAttribute::tensor);
        if (tensor.isPresent()) {
            return Optional.of(StoredRuns.of(tensor.get().named(name).tensor()));
        }
        for (String list : List.of("value_int", "value_ints")) {
            List<Long> integers = node.integers(list);
            if (node.has(list) && integers.size() <= FEW) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(integers.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                integers.forEach(bytes::putLong);
                boolean isOne = list.equals("value_int");
                Dimensions dimensions = isOne ? Dimensions.of() : Dimensions.of(integers.size());
                return dimensions.count() == integers.size()
                        ? Optional.of(StoredRuns.of(inline(name, dimensions, bytes.array())))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static NamedTensor inline(String name, Dimensions dimensions, byte[] bytes) {
        return new NamedTensor(
                name,
                dimensions,
                new StoredNumbers(
                        new Inline(bytes), ElementType.I64, ByteOrder.LITTLE_ENDIAN, 0, dimensions.rowMajor()));
    }

    private Optional<StoredRuns> joined(OnnxNode node, int depth) throws FormatException {
        List<StoredRuns> parts = new ArrayList<>();
        for (String input : node.inputs()) {
            Optional<StoredRuns> part = value(input, depth + 1);
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Dimensions first = parts.getFirst().dimensions();
        int axis = axis(node.integer("axis", 1), first.depth());
        for (StoredRuns part : parts) {
            if (axis < 0 || !fits(first, part.dimensions(), axis)) {
                return Optional.empty();
            }
        }
        return Optional.of(StoredRuns.joined(parts, axis));
    }

    private static boolean fits(Dimensions one, Dimensions other, int axis) {
        return one.depth() == other.depth()
                && IntStream.range(0, one.depth()).allMatch(i -> i == axis || one.size(i) == other.size(i));
    }

    /** Every number stays what it is. */
    private static Optional<StoredRuns> widened(StoredRuns value, OnnxNode node) {
        Optional<ElementType> to = OnnxTensor.type((int) node.integer("to", 0));
        boolean isExact = to.isPresent()
                && value.runs().stream()
                        .map(run -> run.tensor().type())
                        .allMatch(from -> from == to.get()
                                || from.isReal() && to.get() == ElementType.F64
                                || from.isReal() && from != ElementType.F64 && to.get() == ElementType.F32
                                || !from.isReal() && to.get() == ElementType.I64);
        return isExact ? Optional.of(value) : Optional.empty();
    }

    /** Axes of an attribute, as before version 13, or of an input. */
    private Optional<List<Long>> list(OnnxNode node, String attribute, int input) throws FormatException {
        if (node.has(attribute)) {
            return Optional.of(node.integers(attribute));
        }
        return node.input(input).isEmpty() ? Optional.of(List.of()) : integers(node.input(input));
    }

    private Optional<StoredRuns> unsqueezed(StoredRuns value, OnnxNode node) throws FormatException {
        Optional<List<Long>> axes = list(node, "axes", 1);
        if (axes.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> sizes = new ArrayList<>(value.dimensions().sizes());
        int depth = sizes.size() + axes.get().size();
        for (long axis : axes.get().stream()
                .mapToLong(i -> i < 0 ? i + depth : i)
                .sorted()
                .toArray()) {
            if (axis < 0 || axis > sizes.size()) {
                return Optional.empty();
            }
            sizes.add((int) axis, 1);
        }
        return Optional.of(value.reshaped(new Dimensions(sizes)));
    }

    private Optional<StoredRuns> squeezed(StoredRuns value, OnnxNode node) throws FormatException {
        Optional<List<Long>> axes = list(node, "axes", 1);
        if (axes.isEmpty()) {
            return Optional.empty();
        }
        int depth = value.dimensions().depth();
        List<Integer> gone = axes.get().stream().map(axis -> axis(axis, depth)).toList();
        List<Integer> kept = IntStream.range(0, depth)
                .filter(axis -> gone.isEmpty() ? value.dimensions().size(axis) != 1 : !gone.contains(axis))
                .mapToObj(value.dimensions()::size)
                .toList();
        return sameCount(value, kept.stream().map(Integer::longValue).toList());
    }

    private Optional<StoredRuns> reshaped(StoredRuns value, OnnxNode node) throws FormatException {
        Optional<List<Long>> target = list(node, "shape", 1);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sizes = new ArrayList<>();
        long others = 1;
        for (int i = 0; i < target.get().size(); i++) {
            long size = target.get().get(i);
            if (size == 0 && i < value.dimensions().depth()) {
                size = value.dimensions().size(i);
            }
            others *= size == -1 ? 1 : Math.max(1, Math.min(size, Integer.MAX_VALUE));
            sizes.add(size);
            if (others > Integer.MAX_VALUE) {
                return Optional.empty();
            }
        }
        long rest = value.dimensions().count() / others;
        sizes.replaceAll(size -> size == -1 ? rest : size);
        return sameCount(value, sizes);
    }

    private static Optional<StoredRuns> sameCount(StoredRuns value, List<Long> sizes) throws FormatException {
        if (sizes.stream().anyMatch(size -> size < 0)) {
            return Optional.empty();
        }
        Dimensions dimensions = Dimensions.checked("", sizes);
        return dimensions.count() == value.dimensions().count()
                ? Optional.of(value.reshaped(dimensions))
                : Optional.empty();
    }

    private Optional<StoredRuns> sliced(StoredRuns value, OnnxNode node) throws FormatException {
        Optional<List<Long>> from = list(node, "starts", 1);
        Optional<List<Long>> to = list(node, "ends", 2);
        Optional<List<Long>> axes = list(node, "axes", 3);
        Optional<List<Long>> steps = list(node, "steps", 4);
        if (from.isEmpty() || to.isEmpty() || axes.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        int count = from.get().size();
        List<Long> along =
                axes.get().isEmpty() ? LongStream.range(0, count).boxed().toList() : axes.get();
        if (to.get().size() != count
                || along.size() != count
                || steps.get().stream().anyMatch(step -> step != 1)) {
            return Optional.empty();
        }
        StoredRuns sliced = value;
        for (int i = 0; i < count; i++) {
            int axis = axis(along.get(i), value.dimensions().depth());
            if (axis < 0) {
                return Optional.empty();
            }
            int size = sliced.dimensions().size(axis);
            int first = place(from.get().get(i), size);
            sliced = sliced.slice(axis, first, Math.max(first, place(to.get().get(i), size)));
        }
        return Optional.of(sliced);
    }

    private Optional<StoredRuns> split(StoredRuns value, OnnxNode node, String output) throws FormatException {
        int axis = axis(node.integer("axis", 0), value.dimensions().depth());
        Optional<List<Long>> parts = list(node, "split", 1);
        int index = node.outputs().indexOf(output);
        if (axis < 0 || parts.isEmpty()) {
            return Optional.empty();
        }
        int size = value.dimensions().size(axis);
        int count = node.outputs().size();
        List<Long> sizes = parts.get().isEmpty() && size % count == 0
                ? LongStream.range(0, count).mapToObj(i -> (long) size / count).toList()
                : parts.get();
        if (sizes.size() != count || sizes.stream().anyMatch(part -> part < 0 || part > size)) {
            return Optional.empty();
        }
        long from = sizes.subList(0, index).stream().mapToLong(Long::longValue).sum();
        long to = from + sizes.get(index);
        return to > size ? Optional.empty() : Optional.of(value.slice(axis, (int) from, (int) to));
    }

    /** A single one of the places along an axis. */
    private Optional<StoredRuns> gathered(StoredRuns value, OnnxNode node) throws FormatException {
        Optional<StoredRuns> place = value(node.input(1));
        Optional<List<Long>> index = place.isEmpty() ? Optional.empty() : integers(place.get());
        int axis = axis(node.integer("axis", 0), value.dimensions().depth());
        if (axis < 0 || index.isEmpty() || index.get().size() != 1) {
            return Optional.empty();
        }
        int size = value.dimensions().size(axis);
        long wanted = index.get().getFirst();
        long at = wanted < 0 ? wanted + size : wanted;
        if (at < 0 || at >= size) {
            return Optional.empty();
        }
        StoredRuns slice = value.slice(axis, (int) at, (int) at + 1);
        List<Integer> sizes = new ArrayList<>(slice.dimensions().sizes());
        sizes.remove(axis);
        sizes.addAll(axis, place.orElseThrow().dimensions().sizes());
        return Optional.of(slice.reshaped(new Dimensions(sizes)));
    }

    /** From the end where it is below zero; -1 where there is none. */
    static int axis(long axis, int depth) {
        long own = axis < 0 ? axis + depth : axis;
        return own < 0 || own >= depth ? -1 : (int) own;
    }

    private static int place(long at, int size) {
        return (int) Math.clamp(at < 0 ? at + size : at, 0L, size);
    }
}

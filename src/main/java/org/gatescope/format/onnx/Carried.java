package org.gatescope.format.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.onnx.OnnxRecurrent.Direction;

/**
 * A value that is the output of recurrent nodes, behind nodes that only put it into another order.
 *
 * @param directions of which nodes, in their order side by side
 * @param axes       what its axes are
 */
record Carried(List<Direction> directions, List<Axis> axes) {
    private static final int DEEPEST = 64;

    /** Without {@code DIRECTION} the units of several directions stand side by side. */
    enum Axis {
        TIME,
        BATCH,
        DIRECTION,
        UNITS
    }

    /** As layers read it. */
    static List<Axis> input(boolean isBatchFirst) {
        return isBatchFirst ? List.of(Axis.BATCH, Axis.TIME, Axis.UNITS) : List.of(Axis.TIME, Axis.BATCH, Axis.UNITS);
    }

    /** Empty for anything else. */
    static Optional<Carried> of(OnnxGraph graph, GraphConstants constants, String value) throws FormatException {
        return of(graph, constants, value, 0);
    }

    private static Optional<Carried> of(OnnxGraph graph, GraphConstants constants, String value, int depth)
            throws FormatException {
        Optional<OnnxNode> maker = value.isEmpty() || depth > DEEPEST ? Optional.empty() : graph.maker(value);
        if (maker.isEmpty()) {
            return Optional.empty();
        }
        OnnxNode node = maker.get();
        Optional<OnnxKind> kind = OnnxKind.of(node);
        if (kind.isPresent()) {
            return node.output(0).equals(value)
                    ? Optional.of(output(new OnnxRecurrent(graph, node, kind.get())))
                    : Optional.empty();
        }
        if (node.type().equals("Concat")) {
            return sideBySide(graph, constants, node, depth);
        }
        if (!List.of("Identity", "Cast", "Dropout", "Transpose", "Squeeze", "Slice", "Split", "Gather", "Reshape")
                .contains(node.type())) {
            return Optional.empty();
        }
        Optional<Carried> before = of(graph, constants, node.input(0), depth + 1);
        return before.isEmpty() ? before : before.get().behind(node, constants, value);
    }

    private static Carried output(OnnxRecurrent recurrent) {
        List<Direction> directions = IntStream.range(0, recurrent.directions())
                .mapToObj(i -> new Direction(recurrent, i))
                .toList();
        return new Carried(
                directions,
                recurrent.isBatchFirst()
                        ? List.of(Axis.BATCH, Axis.TIME, Axis.DIRECTION, Axis.UNITS)
                        : List.of(Axis.TIME, Axis.DIRECTION, Axis.BATCH, Axis.UNITS));
    }

    private static Optional<Carried> sideBySide(OnnxGraph graph, GraphConstants constants, OnnxNode node, int depth)
            throws FormatException {
        List<Direction> directions = new ArrayList<>();
        Optional<List<Axis>> axes = Optional.empty();
        if (node.inputs().size() != 2) {
            return Optional.empty();
        }
        for (String input : node.inputs()) {
            Optional<Carried> part = of(graph, constants, input, depth + 1);
            boolean isOne = part.isPresent() && part.get().directions.size() == 1;
            if (!isOne || axes.isPresent() && !axes.get().equals(part.get().axes)) {
                return Optional.empty();
            }
            axes = Optional.of(part.get().axes);
            directions.addAll(part.get().directions);
        }
        List<Axis> own = axes.orElseThrow();
        int axis = GraphConstants.axis(node.integer("axis", 1), own.size());
        boolean isOfUnits = axis == own.size() - 1 && !own.contains(Axis.DIRECTION) && own.getLast() == Axis.UNITS;
        return isOfUnits ? Optional.of(new Carried(directions, own)) : Optional.empty();
    }

    private Optional<Carried> behind(OnnxNode node, GraphConstants constants, String output) throws FormatException {
        return switch (node.type()) {
            case "Transpose" -> transposed(node.integers("perm"));
            case "Squeeze" -> squeezed(node, constants);
            case "Slice" -> sliced(node, constants);
            case "Split" -> split(node, output);
            case "Gather" -> gathered(node, constants);
            case "Reshape" -> reshaped(node, constants);
            default -> node.output(0).equals(output) ? Optional.of(this) : Optional.empty();
        };
    }

    private Optional<Carried> transposed(List<Long> order) {
        List<Integer> places = order.stream()
                .map(axis -> GraphConstants.axis(axis, axes.size()))
                .toList();
        boolean isOrder = places.size() == axes.size()
                && places.stream().distinct().count() == axes.size()
                && !places.contains(-1);
        return isOrder
                ? Optional.of(
                        new Carried(directions, places.stream().map(axes::get).toList()))
                : Optional.empty();
    }

    /** Takes away the axis of directions where there is but one. */
    private Optional<Carried> squeezed(OnnxNode node, GraphConstants constants) throws FormatException {
        Optional<List<Long>> gone =
                node.has("axes") ? Optional.of(node.integers("axes")) : constants.integers(node.input(1));
        boolean isOfDirections = gone.isPresent()
                && gone.get().size() == 1
                && isDirection(gone.get().getFirst());
        return isOfDirections && directions.size() == 1 ? Optional.of(without()) : Optional.empty();
    }

    private Optional<Carried> sliced(OnnxNode node, GraphConstants constants) throws FormatException {
        Optional<List<Long>> from = list(node, "starts", 1, constants);
        Optional<List<Long>> axis = list(node, "axes", 3, constants);
        Optional<List<Long>> to = list(node, "ends", 2, constants);
        boolean isOne = from.isPresent()
                && to.isPresent()
                && axis.isPresent()
                && axis.get().size() == 1
                && isDirection(axis.get().getFirst())
                && from.get().size() == 1
                && to.get().size() == 1
                && node.input(4).isEmpty();
        if (!isOne) {
            return Optional.empty();
        }
        long first = from.get().getFirst();
        long last = to.get().getFirst();
        int start = (int) Math.clamp(first < 0 ? first + directions.size() : first, 0L, directions.size());
        int end = (int) Math.clamp(last < 0 ? last + directions.size() : last, 0L, directions.size());
        return start < end ? Optional.of(new Carried(directions.subList(start, end), axes)) : Optional.empty();
    }

    private static Optional<List<Long>> list(OnnxNode node, String attribute, int input, GraphConstants constants)
            throws FormatException {
        return node.has(attribute) ? Optional.of(node.integers(attribute)) : constants.integers(node.input(input));
    }

    /** One output for each direction. */
    private Optional<Carried> split(OnnxNode node, String output) {
        int index = node.outputs().indexOf(output);
        boolean isByDirection =
                isDirection(node.integer("axis", 0)) && node.outputs().size() == directions.size();
        return isByDirection && index >= 0
                ? Optional.of(new Carried(List.of(directions.get(index)), axes))
                : Optional.empty();
    }

    private Optional<Carried> gathered(OnnxNode node, GraphConstants constants) throws FormatException {
        Optional<StoredRuns> index = constants.value(node.input(1));
        Optional<List<Long>> places = constants.integers(node.input(1));
        boolean isOne = index.isPresent()
                && index.get().dimensions().depth() == 0
                && places.isPresent()
                && places.get().size() == 1
                && isDirection(node.integer("axis", 0));
        int place = isOne ? GraphConstants.axis(places.orElseThrow().getFirst(), directions.size()) : -1;
        return place < 0 ? Optional.empty() : Optional.of(new Carried(List.of(directions.get(place)), axes).without());
    }

    /** From four axes to three: directions side by side, or a single one that loses its axis. */
    private Optional<Carried> reshaped(OnnxNode node, GraphConstants constants) throws FormatException {
        Optional<List<Long>> target = constants.integers(node.input(1));
        int direction = axes.indexOf(Axis.DIRECTION);
        boolean isBesideUnits = direction == 2 && axes.getLast() == Axis.UNITS;
        boolean isMerged = target.isPresent()
                && target.get().size() == 3
                && direction >= 0
                && (isBesideUnits || directions.size() == 1);
        return isMerged ? Optional.of(without()) : Optional.empty();
    }

    private boolean isDirection(long axis) {
        int own = GraphConstants.axis(axis, axes.size());
        return own >= 0 && axes.get(own) == Axis.DIRECTION;
    }

    private Carried without() {
        return new Carried(
                directions, axes.stream().filter(axis -> axis != Axis.DIRECTION).toList());
    }
}

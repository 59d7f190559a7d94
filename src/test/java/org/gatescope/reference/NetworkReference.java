package org.gatescope.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.reference.Scalar.Tape;

/**
 * A slow, obviously right run of a network: sequence by sequence, number by number. All gradients come from reverse-mode
 * differentiation of these numbers, so that no adjoint line is used.
 */
public final class NetworkReference {
    /**
     * What was computed, with the gradients of the loss, of what is put on outputs and of what is put on last states.
     *
     * @param quantities of each part by {@code 0.forward.NAME}: a line's numbers by sequence and step, none at
     *                   steps that are not computed
     * @param last       states after the last step, (N, H)
     * @param readOut    empty lists where there is none
     */
    public record Result(
            Map<String, Scalar[][]> parameters,
            Scalar[][][] input,
            Map<String, Scalar[][]> initial,
            Map<String, Scalar[][][]> quantities,
            Map<String, Scalar[][]> last,
            Scalar[][][] output,
            NetworkReferenceLoss readOut) {}

    private final NetworkProblem problem;
    private final Tape tape = new Tape();
    private final ScalarInterpreter interpreter = new ScalarInterpreter(tape);
    private final Map<String, Scalar[][]> parameters = new LinkedHashMap<>();
    private final Map<String, Scalar[][]> initial = new LinkedHashMap<>();
    private final Map<String, Scalar[][][]> quantities = new LinkedHashMap<>();
    private final Map<String, Scalar[][]> last = new LinkedHashMap<>();
    private Scalar[][][] separate = new Scalar[0][][];
    private Scalar[][][] read = new Scalar[0][][];

    private NetworkReference(NetworkProblem problem) {
        this.problem = problem;
        problem.inputs().parameters().forEach((name, table) -> parameters.put(name, scalars(table)));
        problem.inputs().initialState().forEach((name, table) -> initial.put(name, scalars(table)));
    }

    /** Forward and backward. */
    public static Result run(NetworkProblem problem) {
        return new NetworkReference(problem).run();
    }

    private Result run() {
        Scalar[][][] input = overTime(problem.inputs().input());
        Scalar[][][] output = embedded(input);
        for (int index = 0; index < problem.network().layers().size(); index++) {
            output = layer(index, output, dropped(index, output));
        }
        NetworkReferenceLoss readOut = new NetworkReferenceLoss(problem, tape);
        Scalar loss = Scalar.of(0);
        if (problem.network().readOut().isPresent()) {
            loss = problem.network().readOut().get().hasWeights()
                    ? readOut.read(output, separate, read, table(ReadOut.WEIGHTS), table(ReadOut.BIAS)[0])
                    : readOut.read(output, separate, read);
        }
        tape.backward(tape.plus(loss, whatIsPutOn(output)));
        return new Result(parameters, input, initial, quantities, last, output, readOut);
    }

    private Scalar[][][] embedded(Scalar[][][] input) {
        Scalar[][][] rows = new Scalar[problem.batch()][problem.steps()][];
        for (int n = 0; n < problem.batch(); n++) {
            for (int t = 0; t < problem.steps(); t++) {
                rows[n][t] = zeros(problem.network().layerInputs()); // what is not computed reads nothing
            }
            for (int t : problem.inputs().mask().computed(n).toArray()) {
                rows[n][t] = problem.network().embedding().isEmpty()
                        ? input[n][t]
                        : interpreter.product(new Scalar[][] {input[n][t]}, table(Embedding.TABLE))[0];
            }
        }
        return rows;
    }

    /** What a layer reads of what comes to it. */
    private Scalar[][][] dropped(int index, Scalar[][][] below) {
        Matrix factors = problem.inputs().dropout().factors().get(index);
        if (factors == null || !problem.inputs().dropout().isOn()) {
            return below;
        }
        boolean same = problem.network().layers().get(index).dropout().sameAtEachStep();
        Scalar[][][] rows = new Scalar[problem.batch()][problem.steps()][];
        for (int n = 0; n < problem.batch(); n++) {
            for (int t = 0; t < problem.steps(); t++) {
                int row = same ? n : t * problem.batch() + n;
                int width = below[n][t] == null ? 0 : below[n][t].length;
                rows[n][t] = new Scalar[width];
                for (int j = 0; j < width; j++) {
                    rows[n][t][j] = tape.times(below[n][t][j], factors.get(row, j));
                }
            }
        }
        return rows;
    }

    /** @param coming before any of it was dropped */
    private Scalar[][][] layer(int index, Scalar[][][] coming, Scalar[][][] below) {
        List<Part> parts = problem.network().parts().stream()
                .filter(part -> part.index() == index)
                .toList();
        Layer layer = problem.network().layers().get(index);
        separate = new Scalar[problem.batch()][problem.steps()]
                [layer.directions().isBidirectional() ? 2 * layer.outputs() : layer.outputs()];
        for (Part part : parts) {
            for (int n = 0; n < problem.batch(); n++) {
                read(part, n, below[n], separate[n]);
            }
        }
        Scalar[][][] output = new Scalar[problem.batch()][problem.steps()][];
        for (int n = 0; n < problem.batch(); n++) {
            for (int t = 0; t < problem.steps(); t++) {
                Scalar[] merged = merged(layer, separate[n][t], tape);
                output[n][t] = carried(layer, merged, coming[n][t], problem.isHeld(n, t), tape);
            }
        }
        read = coming;
        return output;
    }

    /** With what the layer reads added or beside it; at steps that are not computed numbers from nothing. @param read null where nothing is */
    static Scalar[] carried(Layer layer, Scalar[] own, Scalar[] read, boolean isHeld, Tape tape) {
        if (layer.shortcut() == Shortcut.NONE) {
            return own;
        }
        Scalar[] given = isHeld ? constants(read) : read;
        if (layer.shortcut() == Shortcut.CONCATENATED) {
            return Stream.concat(Stream.of(own), Stream.of(given)).toArray(Scalar[]::new);
        }
        Scalar[] sums = new Scalar[own.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = tape.plus(own[j], given[j]);
        }
        return sums;
    }

    /** Both directions side by side made into what a layer puts out. */
    static Scalar[] merged(Layer layer, Scalar[] both, Tape tape) {
        int hidden = layer.outputs();
        if (both.length == hidden || layer.merging() == Merging.CONCATENATION) {
            return both;
        }
        Scalar[] row = new Scalar[hidden];
        for (int j = 0; j < hidden; j++) {
            Scalar sum = tape.plus(both[j], both[hidden + j]);
            row[j] = switch (layer.merging()) {
                case AVERAGE -> tape.times(sum, 0.5);
                case PRODUCT -> tape.times(both[j], both[hidden + j]);
                default -> sum;
            };
        }
        return row;
    }

    /** Reads one sequence in one direction. */
    private void read(Part part, int n, Scalar[][] below, Scalar[][] output) {
        Cell cell = part.layer().cell();
        int hidden = part.layer().outputs();
        Map<String, Scalar[][]> states = new HashMap<>();
        cell.states().forEach(state -> states.put(state, new Scalar[][] {initial(part, state)[n]}));
        for (int i = 0; i < problem.steps(); i++) {
            int t = part.reversed() ? problem.steps() - 1 - i : i;
            if (!problem.isOver(n, t) && beginsChunk(part, n, t)) {
                states.replaceAll((state, row) -> new Scalar[][] {constants(row[0])});
            }
            if (!problem.isHeld(n, t)) {
                states.putAll(step(part, n, t, below[t], states));
            }
            Scalar[] out = states.getOrDefault(cell.output(), new Scalar[0][])[0];
            Scalar[] held = problem.isHeld(n, t) ? constants(out) : out;
            boolean isSecond = part.reversed() && part.layer().directions().isBidirectional();
            System.arraycopy(held, 0, output[t], isSecond ? hidden : 0, hidden);
        }
        states.forEach((state, row) ->
                last.computeIfAbsent(part.key() + "." + state, key -> new Scalar[problem.batch()][])[n] = row[0]);
    }

    /** True where the step before, in the order of reading, belongs to another chunk. */
    private boolean beginsChunk(Part part, int n, int t) {
        int before = part.reversed() ? t + 1 : t - 1;
        Truncation truncation = problem.inputs().truncation();
        return before >= 0
                && !problem.isOver(n, before)
                && truncation instanceof Truncation.Chunks(int chunk)
                && before / chunk != t / chunk;
    }

    /** @return the states after the step */
    private Map<String, Scalar[][]> step(Part part, int n, int t, Scalar[] x, Map<String, Scalar[][]> states) {
        Cell cell = part.layer().cell();
        Map<String, Scalar[][]> names = new HashMap<>(states);
        names.put(Cell.INPUT, new Scalar[][] {x});
        cell.parameters().keySet().forEach(name -> names.put(name, table(part.parameterKey() + "." + name)));
        for (Assignment line : cell.lines()) {
            int width = part.sizes(1, 1).of(cell.widthOf(line.name()));
            Scalar[] row = row(interpreter.value(line.expression(), names)[0], width);
            names.put(line.name(), new Scalar[][] {row});
            quantities
                    .computeIfAbsent(
                            part.key() + "." + line.name(), key -> new Scalar[problem.batch()][problem.steps()][])[n][
                    t] = row;
        }
        Map<String, Scalar[][]> after = new HashMap<>();
        cell.states().forEach(state -> after.put(state, names.getOrDefault(Cell.after(state), new Scalar[0][])));
        return after;
    }

    /** Numbers of a line's own, so that those that it merely passes on keep their gradients apart. */
    private Scalar[] row(Scalar[] value, int width) {
        Scalar[] row = new Scalar[width];
        for (int j = 0; j < width; j++) {
            row[j] = tape.copy(value[value.length == 1 ? 0 : j]);
        }
        return row;
    }

    /** All outputs and last states, each times the gradient that is put on it. */
    private Scalar whatIsPutOn(Scalar[][][] output) {
        Scalar sum = Scalar.of(0);
        for (int n = 0; n < problem.batch(); n++) {
            for (int t : problem.inputs().mask().computed(n).toArray()) {
                sum = plusRow(sum, output[n][t], problem.inputs().upstream(), t * problem.batch() + n);
            }
            for (Map.Entry<String, Matrix> state : problem.inputs().finalState().entrySet()) {
                sum = plusRow(sum, last.getOrDefault(state.getKey(), new Scalar[0][])[n], state.getValue(), n);
            }
        }
        return sum;
    }

    private Scalar plusRow(Scalar sum, Scalar[] numbers, Matrix factors, int row) {
        Scalar whole = sum;
        for (int j = 0; j < numbers.length; j++) {
            whole = tape.plus(whole, tape.times(numbers[j], factors.get(row, j)));
        }
        return whole;
    }

    private Scalar[][] table(String parameter) {
        return parameters.getOrDefault(parameter, new Scalar[0][]);
    }

    private Scalar[][] initial(Part part, String state) {
        return initial.getOrDefault(part.key() + "." + state, new Scalar[0][]);
    }

    private static Scalar[] zeros(int width) {
        return Stream.generate(() -> Scalar.of(0)).limit(width).toArray(Scalar[]::new);
    }

    /** The same numbers, computed from nothing. */
    private static Scalar[] constants(Scalar[] numbers) {
        Scalar[] constants = new Scalar[numbers.length];
        for (int j = 0; j < numbers.length; j++) {
            constants[j] = Scalar.of(numbers[j].value());
        }
        return constants;
    }

    private static Scalar[][] scalars(Matrix table) {
        Scalar[][] scalars = new Scalar[table.rows()][table.columns()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                scalars[row][column] = Scalar.of(table.get(row, column));
            }
        }
        return scalars;
    }

    /** By sequence and step. */
    private Scalar[][][] overTime(Matrix timeMajor) {
        Scalar[][] rows = scalars(timeMajor);
        Scalar[][][] series = new Scalar[problem.batch()][problem.steps()][];
        for (int row = 0; row < rows.length; row++) {
            series[row % problem.batch()][row / problem.batch()] = rows[row];
        }
        return series;
    }
}

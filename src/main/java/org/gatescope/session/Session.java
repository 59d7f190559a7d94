package org.gatescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a user can change, as one value. An edit makes a new session, which shares what stayed the same.
 *
 * @param title      what the window shows
 * @param cell       the equations
 * @param sizes      N, T, D, H
 * @param numbers    parameters, input, initial state and upstream gradient
 * @param vocabulary what the inputs stand for, one word for each of the D; empty if they are just numbered
 */
public record Session(String title, Cell cell, Sizes sizes, LayerInputs numbers, List<String> vocabulary) {
    /** @throws IllegalArgumentException that names the first table which is not as large as the cell and the sizes ask */
    public Session {
        vocabulary = List.copyOf(vocabulary);
        numbers.check(cell, sizes);
    }

    /** All zeros. */
    public static Session zeros(String title, Cell cell, Sizes sizes) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        cell.parameters()
                .forEach((name, shape) -> parameters.put(name, Matrix.zeros(sizes.rows(shape), sizes.columns(shape))));
        LayerInputs numbers = new LayerInputs(
                parameters,
                Matrix.zeros(sizes.timeRows(), sizes.inputs()),
                zeroStates(cell, sizes),
                Matrix.zeros(sizes.timeRows(), sizes.hidden()),
                zeroStates(cell, sizes));
        return new Session(title, cell, sizes, numbers, List.of());
    }

    private static Map<String, Matrix> zeroStates(Cell cell, Sizes sizes) {
        Map<String, Matrix> states = new LinkedHashMap<>();
        cell.states().forEach(state -> states.put(state, Matrix.zeros(sizes.batch(), sizes.hidden())));
        return states;
    }

    /** True if a table is there: other cells have other parameters, smaller batches fewer sequences. */
    public boolean has(TableId id) {
        return switch (id) {
            case TableId.Input(int sequence) -> sequence < sizes.batch();
            case TableId.Upstream(int sequence) -> sequence < sizes.batch();
            default -> find(id) != null;
        };
    }

    /** @throws IllegalArgumentException if the session has no such table */
    public Matrix table(TableId id) {
        Matrix found = find(id);
        if (found == null) {
            throw new IllegalArgumentException("no table " + id);
        }
        return found;
    }

    private @Nullable Matrix find(TableId id) {
        return switch (id) {
            case TableId.Parameter(String name) -> numbers.parameters().get(name);
            case TableId.Input(int sequence) -> numbers.input().rows(sequence, sizes.batch(), sizes.steps());
            case TableId.InitialState(String state) -> numbers.initialState().get(state);
            case TableId.Upstream(int sequence) -> numbers.upstream().rows(sequence, sizes.batch(), sizes.steps());
            case TableId.FinalGradient(String state) -> numbers.finalState().get(state);
        };
    }

    /** The same with one table replaced by another of its size. */
    public Session with(TableId id, Matrix table) {
        return withNumbers(
                switch (id) {
                    case TableId.Parameter(String name) ->
                        numbers.withParameters(replaced(numbers.parameters(), name, table));
                    case TableId.Input(int sequence) ->
                        numbers.withInput(numbers.input().withRows(sequence, sizes.batch(), table));
                    case TableId.InitialState(String state) ->
                        numbers.withInitialState(replaced(numbers.initialState(), state, table));
                    case TableId.Upstream(int sequence) ->
                        numbers.withUpstream(numbers.upstream().withRows(sequence, sizes.batch(), table));
                    case TableId.FinalGradient(String state) ->
                        numbers.withFinalState(replaced(numbers.finalState(), state, table));
                });
    }

    /** The same with one table changed. */
    public Session edit(TableId id, UnaryOperator<Matrix> change) {
        return with(id, change.apply(table(id)));
    }

    public Session withNumbers(LayerInputs changed) {
        return new Session(title, cell, sizes, changed, vocabulary);
    }

    public Session withNumbers(UnaryOperator<LayerInputs> change) {
        return withNumbers(change.apply(numbers));
    }

    public Session withVocabulary(List<String> words) {
        return new Session(title, cell, sizes, numbers, words);
    }

    /**
     * The word that comes in at a step of a sequence.
     *
     * @return empty unless the input there is one-hot over the vocabulary
     */
    public String token(int sequence, int step) {
        int hot = -1;
        Matrix input = numbers.input();
        int row = step * sizes.batch() + sequence;
        for (int j = 0; j < vocabulary.size(); j++) {
            double value = input.get(row, j);
            if (value == 1 && hot < 0) {
                hot = j;
            } else if (value != 0) {
                return "";
            }
        }
        return hot < 0 ? "" : vocabulary.get(hot);
    }

    private static Map<String, Matrix> replaced(Map<String, Matrix> tables, String name, Matrix table) {
        Map<String, Matrix> changed = new LinkedHashMap<>(tables);
        changed.put(name, table);
        return changed;
    }
}

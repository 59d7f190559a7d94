package org.gatescope.format.found;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyArray;

/**
 * A recurrent network as it was found in a file. Its numbers are read when they are asked for.
 *
 * @param stored of all parameters of the network, by full name
 * @param notes   sentences on how it was recognised and what was changed or left out
 */
public record FoundNetwork(Network network, Map<String, StoredParameter> stored, List<String> notes) {
    /** @throws IllegalArgumentException if a parameter is not stored, or has another size */
    public FoundNetwork {
        stored = new LinkedHashMap<>(stored);
        notes = List.copyOf(notes);
        for (Map.Entry<String, int[]> size : network.parameters().entrySet()) {
            StoredParameter parameter = stored.get(size.getKey());
            if (parameter == null
                    || parameter.rows() != size.getValue()[0]
                    || parameter.columns() != size.getValue()[1]) {
                throw new IllegalArgumentException(size.getKey());
            }
        }
    }

    /** All parameters by full name. @throws FormatException if their numbers cannot be read */
    public Map<String, Matrix> parameters() throws FormatException {
        Map<String, double[]> read = new HashMap<>();
        for (NamedTensor tensor : tensors()) {
            read.put(tensor.name(), tensor.values());
        }
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        stored.forEach((name, parameter) -> parameters.put(name, parameter.matrix(tensor -> of(read, tensor))));
        return parameters;
    }

    /** Gradients of its tensors, by their names and in their layout. */
    public Map<String, NpyArray> gradients(NetworkTrace trace) {
        Map<String, double[]> gradients = new HashMap<>();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors()) {
            double[] zeros = new double[tensor.dimensions().count()];
            gradients.put(tensor.name(), zeros);
            arrays.put(tensor.name(), new NpyArray(tensor.dimensions(), zeros));
        }
        stored.forEach(
                (name, parameter) -> parameter.scatter(trace.parameterGradient(name), tensor -> of(gradients, tensor)));
        return arrays;
    }

    /** All tensors that it is made of, in the order of its parameters. */
    public Set<NamedTensor> tensors() {
        return stored.values().stream()
                .flatMap(parameter -> parameter.blocks().stream())
                .map(Block::tensor)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double[] of(Map<String, double[]> tensors, NamedTensor tensor) {
        return Optional.ofNullable(tensors.get(tensor.name())).orElseThrow();
    }
}

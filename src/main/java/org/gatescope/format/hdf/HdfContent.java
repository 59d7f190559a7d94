package org.gatescope.format.hdf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.tensor.NamedTensor;

/**
 * What an HDF5 file holds.
 *
 * @param tensors all arrays of numbers, named by their paths: {@code layers/lstm/cell/vars/0}
 * @param texts   attributes that are text, by path of what they belong to, then by name; the root’s path is empty
 */
public record HdfContent(List<NamedTensor> tensors, Map<String, Map<String, List<String>>> texts) {
    public HdfContent {
        tensors = List.copyOf(tensors);
        texts = new LinkedHashMap<>(texts);
    }

    /** The entries of a list of texts; none if it is not there. */
    public List<String> texts(String path, String name) {
        return texts.getOrDefault(path, Map.of()).getOrDefault(name, List.of());
    }

    /** A single text. */
    public Optional<String> text(String path, String name) {
        return texts(path, name).stream().findFirst();
    }
}

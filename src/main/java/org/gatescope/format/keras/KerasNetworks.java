package org.gatescope.format.keras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.tensor.NamedTensor;

/**
 * Keras's recurrent layers among the arrays of a file; those that fit onto one another are one network.
 *
 * @param others arrays that belong to none of them
 */
public record KerasNetworks(List<Candidate> candidates, List<NamedTensor> others) {
    public KerasNetworks {
        candidates = List.copyOf(candidates);
        others = List.copyOf(others);
    }

    /** All networks that names in a file of another kind point to. */
    public static KerasNetworks among(List<NamedTensor> tensors) throws FormatException {
        return among(tensors, KerasFacts.of(tensors));
    }

    static KerasNetworks among(List<NamedTensor> tensors, KerasFacts facts) throws FormatException {
        KerasFinding finding = new KerasFinding(tensors, facts);
        List<Candidate> candidates = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (List<KerasLayer> stack : finding.stacks()) {
            candidates.add(new KerasCandidate(stack, tensors, facts, finding.config()));
            stack.forEach(layer -> layer.tensors().map(NamedTensor::name).forEach(taken::add));
        }
        List<NamedTensor> others = tensors.stream()
                .filter(tensor -> !taken.contains(tensor.name()))
                .toList();
        return new KerasNetworks(candidates, others);
    }
}

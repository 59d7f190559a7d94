package org.gatescope.format.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatescope.engine.Network;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;

/**
 * What stands beside a network in its file and fits onto it, by names and sizes.
 *
 * @param embeddings tables (V, D) whose rows are as long as the network's input
 * @param dense      layers that read what the network puts out
 * @param rest       what is left, but for whole numbers: they are counts and sizes
 */
public record Neighbours(List<NamedTensor> embeddings, List<DenseTables> dense, List<NamedTensor> rest) {
    private static final Pattern EMBEDDING = Pattern.compile("(?is).*(emb|wte|lookup|encoder[./]weight).*");
    /** The name of a dense layer’s weight: PyTorch’s, then Keras’s, Flax’s and Haiku’s. */
    private static final Pattern WEIGHT =
            Pattern.compile("(|.*[./])(?:(weight)|(kernel)|(kernel:0)|(w)|(vars/0)|(W))", Pattern.DOTALL);

    private static final List<String> BIASES = List.of("bias", "bias", "bias:0", "b", "vars/1", "b");

    public Neighbours {
        embeddings = List.copyOf(embeddings);
        dense = List.copyOf(dense);
        rest = List.copyOf(rest);
    }

    /** @param tensors all of the file */
    public static Neighbours of(List<NamedTensor> tensors, FoundNetwork found) {
        Set<String> used = found.tensors().stream().map(NamedTensor::name).collect(Collectors.toSet());
        List<NamedTensor> others =
                tensors.stream().filter(tensor -> !used.contains(tensor.name())).toList();
        List<NamedTensor> embeddings =
                others.stream().filter(isEmbedding(found.network())).toList();
        List<DenseTables> dense = new ArrayList<>();
        for (NamedTensor tensor : others) {
            if (isTable(tensor) && !embeddings.contains(tensor)) {
                dense(tensor, others, found.network().width()).ifPresent(dense::add);
            }
        }
        List<NamedTensor> rest = others.stream()
                .filter(tensor -> tensor.type().isReal())
                .filter(tensor -> !embeddings.contains(tensor))
                .filter(tensor -> dense.stream().noneMatch(layer -> isOf(layer, tensor)))
                .toList();
        return new Neighbours(embeddings, dense, rest);
    }

    private static boolean isOf(DenseTables layer, NamedTensor tensor) {
        return layer.weight().equals(tensor)
                || layer.bias().filter(tensor::equals).isPresent();
    }

    private static boolean isTable(NamedTensor tensor) {
        return tensor.dimensions().depth() == 2
                && tensor.dimensions().count() > 0
                && tensor.type().isReal();
    }

    private static Predicate<NamedTensor> isEmbedding(Network network) {
        return tensor -> isTable(tensor)
                && tensor.dimensions().size(1) == network.inputs()
                && EMBEDDING.matcher(tensor.name()).matches();
    }

    private static Optional<DenseTables> dense(NamedTensor tensor, List<NamedTensor> others, int width) {
        Matcher named = WEIGHT.matcher(tensor.name());
        if (!named.matches()) {
            return Optional.empty();
        }
        boolean isTransposed = named.group(2) != null;
        if (tensor.dimensions().size(isTransposed ? 1 : 0) != width) {
            return Optional.empty();
        }
        Dimensions outputs = Dimensions.of(tensor.dimensions().size(isTransposed ? 0 : 1));
        String bias = named.group(1) + bias(named);
        return Optional.of(new DenseTables(
                tensor,
                others.stream()
                        .filter(other -> other.name().equals(bias)
                                && other.dimensions().equals(outputs)
                                && other.type().isReal())
                        .findFirst(),
                isTransposed));
    }

    private static String bias(Matcher named) {
        for (int form = 0; form < BIASES.size(); form++) {
            if (named.group(form + 2) != null) {
                return BIASES.get(form);
            }
        }
        throw new IllegalArgumentException(named.group());
    }
}

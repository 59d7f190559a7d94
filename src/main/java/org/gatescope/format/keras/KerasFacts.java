package org.gatescope.format.keras;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.tensor.NamedTensor;
import tools.jackson.databind.JsonNode;

/**
 * What a file says of a model beside its numbers.
 *
 * @param version of Keras that wrote it: {@code 2.2.4-tf}; Keras 1 wrote none
 * @param isOld   whether it is of the kind that Keras 1 and 2 wrote
 * @param config  the model's layers with their settings, as JSON
 * @param order   in which arrays were saved, by name, as far as it is known
 */
record KerasFacts(Optional<String> version, boolean isOld, Optional<JsonNode> config, List<String> order) {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*", Pattern.DOTALL);

    KerasFacts {
        order = List.copyOf(order);
    }

    /** Of a file that is not Keras's own: it has an order, no more. */
    static KerasFacts of(List<NamedTensor> tensors) {
        List<String> names = tensors.stream().map(NamedTensor::name).toList();
        return new KerasFacts(Optional.empty(), false, Optional.empty(), names);
    }

    /** Keras 1, and 2 before its version 2.3, where gates had a hard sigmoid unless they were told otherwise. */
    boolean isBeforeSigmoid() {
        int[] numbers = numbers();
        return version.isEmpty() ? isOld : numbers[0] < 2 || numbers[0] == 2 && numbers[1] < 3;
    }

    /** Whether a GRU's reset gate acts after the product unless it is told otherwise: that came with TensorFlow 2. */
    boolean hasResetAfter() {
        return !isBeforeSigmoid();
    }

    /** Keras 3, whose hard sigmoid is another function. */
    boolean isThird() {
        return numbers()[0] >= 3;
    }

    /** TensorFlow's copy of Keras changed its defaults with TensorFlow 2.0, but not its number. */
    boolean isOfEitherTensorFlow() {
        return version.filter("2.2.4-tf"::equals).isPresent();
    }

    private int[] numbers() {
        Matcher numbers = VERSION.matcher(version.orElse(""));
        return numbers.matches()
                ? new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))}
                : new int[] {0, 0};
    }
}

package org.gatescope.format.weights;

import java.util.List;
import java.util.regex.Pattern;
import org.gatescope.format.tensor.NamedTensor;

/** What an optimizer keeps of each table may lie beside the weights under the same names, in folders of their own. */
final class OptimizerMoments {
    /** PyTorch's Adam and SGD, and the state of JAX's trainings. */
    private static final Pattern FOLDER =
            Pattern.compile("(?:^|[./])(?:exp_avg|exp_avg_sq|max_exp_avg_sq|momentum_buffer|opt_state)[./]");

    private OptimizerMoments() {}

    static List<NamedTensor> without(List<NamedTensor> tensors) {
        return tensors.stream()
                .filter(tensor -> !FOLDER.matcher(tensor.name()).find())
                .toList();
    }
}

package org.gatescope.format.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.tensor.NamedTensor;

/**
 * The LSTMs of AWD-LSTM (Merity et al. 2017) and fastai, which drop recurrent weights while they are trained: the weights
 * themselves are {@code rnns.0.weight_hh_l0_raw}, and {@code rnns.0.module.weight_hh_l0} is a copy with holes or missing.
 */
final class DroppedWeights {
    private static final Pattern RAW =
            Pattern.compile("(|.*\\.)(weight_(?:ih|hh)_l\\d{1,3}(?:_reverse)?)_raw", Pattern.DOTALL);

    private DroppedWeights() {}

    /** The weights themselves under the names of the copies. */
    static List<NamedTensor> undone(List<NamedTensor> tensors) {
        Map<String, NamedTensor> undone = new LinkedHashMap<>();
        tensors.forEach(tensor -> undone.putIfAbsent(tensor.name(), tensor));
        for (NamedTensor tensor : tensors) {
            Matcher raw = RAW.matcher(tensor.name());
            if (raw.matches()) {
                String wrapped = raw.group(1) + "module.";
                boolean isWrapped = undone.keySet().stream().anyMatch(name -> name.startsWith(wrapped));
                String name = (isWrapped ? wrapped : raw.group(1)) + raw.group(2);
                undone.put(name, new NamedTensor(name, tensor.dimensions(), tensor.numbers()));
            }
        }
        return List.copyOf(undone.values());
    }
}

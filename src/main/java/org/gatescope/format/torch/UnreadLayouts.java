package org.gatescope.format.torch;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;

/** Forms in which recurrent weights are kept too, and that are refused by name, with what to do. */
public final class UnreadLayouts {
    /** Sentences by the ends of names. */
    private static final Map<Pattern, String> SENTENCES = Map.of(
            Pattern.compile("(?s).*weight_(ih|hh)(_l\\d+(_reverse)?)?_[gv]"), "torch.norm",
            Pattern.compile("(?s).*parametrizations\\.(weight|bias)_(ih|hh)(_l\\d+(_reverse)?)?\\.original\\d?"),
                    "torch.parametrized",
            Pattern.compile("(?s).*(_all_weight_values\\.|_packed_params).*"), "torch.quantized");

    private UnreadLayouts() {}

    /** @throws FormatException if one of the names that begin so is of such a form */
    public static void refuse(List<NamedTensor> tensors, String prefix) throws FormatException {
        for (NamedTensor tensor : NormedWeights.undone(tensors)) {
            for (Map.Entry<Pattern, String> form : SENTENCES.entrySet()) {
                if (tensor.name().startsWith(prefix)
                        && form.getKey().matcher(tensor.name()).matches()) {
                    throw new FormatException(form.getValue(), tensor.name());
                }
            }
        }
    }
}

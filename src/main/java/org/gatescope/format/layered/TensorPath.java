package org.gatescope.format.layered;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.tensor.NamedTensor;

/**
 * A tensor's name as a path, whatever stands between its parts: {@code rnn/cell_0/kernel:0}, {@code params.ii.kernel},
 * {@code ['params']['ii']['kernel']}.
 *
 * @param starts where in the name each part begins
 */
record TensorPath(NamedTensor tensor, List<String> parts, List<Integer> starts) {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_~-]+");
    /** What TensorFlow and Flax's nnx put behind the name of a variable. */
    private static final Pattern ENDING = Pattern.compile("(:\\d+|[./](raw_)?value)$");

    static TensorPath of(NamedTensor tensor) {
        List<String> parts = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher part = PART.matcher(ENDING.matcher(tensor.name()).replaceFirst(""));
        while (part.find()) {
            parts.add(part.group());
            starts.add(part.start());
        }
        return new TensorPath(tensor, parts, starts);
    }

    /** The name up to one of its parts, with the separator at its end. */
    String before(int part) {
        return tensor.name().substring(0, starts.get(part));
    }
}

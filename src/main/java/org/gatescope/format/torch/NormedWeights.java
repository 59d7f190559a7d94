package org.gatescope.format.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.ComputedNumbers;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;

/**
 * Weight normalization (Salimans and Kingma 2016): a table is kept as g (rows, 1) and v (rows, columns), W = g · v / ‖v‖ row
 * by row. PyTorch calls them {@code weight_hh_l0_g} and {@code _v}, since version 2.0
 * {@code parametrizations.weight_hh_l0.original0} and {@code original1}.
 */
final class NormedWeights {
    private static final String TABLE = "weight_(?:ih|hh)(?:_l\\d{1,3}(?:_reverse)?)?";
    private static final Pattern HOOK = Pattern.compile("(|.*[./:_])(" + TABLE + ")_g", Pattern.DOTALL);
    private static final Pattern PARAMETRIZATION =
            Pattern.compile("(|.*[./:_])parametrizations\\.(" + TABLE + ")\\.original0", Pattern.DOTALL);

    private NormedWeights() {}

    /** The tables that follow from g and v in the place of both; what has other sizes stays as it is. */
    static List<NamedTensor> undone(List<NamedTensor> tensors) {
        Map<String, NamedTensor> undone = new LinkedHashMap<>();
        tensors.forEach(tensor -> undone.putIfAbsent(tensor.name(), tensor));
        for (NamedTensor g : tensors) {
            Matcher hook = HOOK.matcher(g.name());
            Matcher parametrization = PARAMETRIZATION.matcher(g.name());
            if (hook.matches()) {
                join(undone, g, g.name().substring(0, g.name().length() - 1) + "v", hook);
            } else if (parametrization.matches()) {
                join(undone, g, g.name().substring(0, g.name().length() - 1) + "1", parametrization);
            }
        }
        return List.copyOf(undone.values());
    }

    /** Whether a table is one that was put together. */
    static boolean isNormed(NamedTensor table) {
        return table.numbers().source() instanceof ComputedNumbers;
    }

    private static void join(Map<String, NamedTensor> undone, NamedTensor g, String direction, Matcher name) {
        Optional<NamedTensor> v = Optional.ofNullable(undone.get(direction));
        String table = name.group(1) + name.group(2);
        if (v.isPresent() && isByRow(g, v.get()) && !undone.containsKey(table)) {
            undone.remove(g.name());
            undone.remove(direction);
            NamedTensor rows = v.get();
            undone.put(table, ComputedNumbers.tensor(table, rows.dimensions(), () -> product(g, rows)));
        }
    }

    private static boolean isByRow(NamedTensor g, NamedTensor v) {
        return v.dimensions().depth() == 2
                && g.dimensions().equals(Dimensions.of(v.dimensions().size(0), 1))
                && g.type().isReal()
                && v.type().isReal();
    }

    /** NaN where a row of v is zero, as PyTorch has it. */
    private static double[] product(NamedTensor g, NamedTensor v) throws FormatException {
        double[] lengths = g.values();
        double[] values = v.values();
        int columns = v.dimensions().size(1);
        for (int row = 0; row < lengths.length; row++) {
            double squares = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                squares += values[i] * values[i];
            }
            double factor = lengths[row] / Math.sqrt(squares);
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                values[i] *= factor;
            }
        }
        return values;
    }
}

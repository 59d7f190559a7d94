package org.gatescope.format.found;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;

/** Built-in cells with other functions in the places of tanh and sigmoid. */
public final class GateFunctions {
    private static final String IDENTITY = "identity";
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            IDENTITY,
            "linear",
            "tanh",
            "sigmoid",
            "relu",
            "hard_sigmoid",
            "hard_sigmoid_6",
            "softplus",
            "softsign",
            "exp",
            "sin",
            "cos"));
    private static final Pattern PLACES = Pattern.compile("\\b(tanh|sigmoid)\\(");

    private GateFunctions() {}

    /** What can be asked for. */
    public static List<String> names() {
        return List.copyOf(KNOWN);
    }

    /** A plain cell, h' = activation(…). @throws FormatException if there is no such function */
    public static Cell plain(String activation) throws FormatException {
        String builtIn = "rnn-" + known(activation);
        return BuiltInCells.text(builtIn).isPresent()
                ? BuiltInCells.cell(builtIn)
                : gated("rnn-tanh", Optional.of(activation), Optional.empty());
    }

    /**
     * A built-in cell with the functions that were asked for.
     *
     * @param activation          in the place of tanh
     * @param recurrentActivation in the place of sigmoid
     * @throws FormatException if there is no such function
     */
    public static Cell gated(String builtIn, Optional<String> activation, Optional<String> recurrentActivation)
            throws FormatException {
        return of(BuiltInCells.text(builtIn).orElseThrow(), activation, recurrentActivation);
    }

    /** The same for any cell, by its text. */
    public static Cell of(String text, Optional<String> activation, Optional<String> recurrentActivation)
            throws FormatException {
        String inside = known(activation.orElse("tanh"));
        String gates = known(recurrentActivation.orElse("sigmoid"));
        return Cell.parse(
                PLACES.matcher(text).replaceAll(place -> (place.group(1).equals("tanh") ? inside : gates) + "("));
    }

    private static String known(String function) throws FormatException {
        if (!KNOWN.contains(function)) {
            throw new FormatException("found.function", function, String.join(", ", KNOWN));
        }
        return function.equals("linear") ? IDENTITY : function;
    }
}

package org.gatescope.format.keras;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that Keras gives to a table of a recurrent cell.
 *
 * @param cell what the names of all tables of the cell begin with
 * @param gate Keras 1 has tables for each gate: {@code lstm_1/lstm_1_W_i}; otherwise empty
 */
record KerasName(String cell, Table table, String gate, boolean isNumbered) {
    /** {@code lstm/lstm_cell/kernel:0}. */
    private static final Pattern NAMED =
            Pattern.compile("(|.*[./])(kernel|recurrent_kernel|bias)(?::0)?", Pattern.DOTALL);
    /** {@code layers/lstm/cell/vars/0}. */
    private static final Pattern NUMBERED = Pattern.compile("(|.*[./])vars[./]([012])", Pattern.DOTALL);
    /** {@code lstm_1/lstm_1_W_i:0}. */
    private static final Pattern FIRST =
            Pattern.compile("(|.*[./])([^./]*_)([WUb])(?:_([icfozrh]))?(?::0)?", Pattern.DOTALL);

    /** Which of a cell's tables it is. */
    enum Table {
        KERNEL,
        RECURRENT_KERNEL,
        BIAS
    }

    /** Empty for any other name. */
    static Optional<KerasName> of(String name) {
        Matcher named = NAMED.matcher(name);
        if (named.matches()) {
            Table table = Table.valueOf(named.group(2).toUpperCase(Locale.ROOT));
            return Optional.of(new KerasName(named.group(1), table, "", false));
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            int index = numbered.group(2).charAt(0) - '0';
            return Optional.of(new KerasName(numbered.group(1) + "vars/", Table.values()[index], "", true));
        }
        Matcher first = FIRST.matcher(name);
        if (first.matches()) {
            Table table = Table.values()["WUb".indexOf(first.group(3))];
            String gate = first.group(4) == null ? "" : first.group(4);
            return Optional.of(new KerasName(first.group(1) + first.group(2), table, gate, false));
        }
        return Optional.empty();
    }
}

package org.gatescope.format.torch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that PyTorch gives to a table of a recurrent module: {@code encoder.rnn.weight_ih_l1_reverse}.
 *
 * @param prefix   all that stands before the module's own name
 * @param layer    0 for a cell of a single step, whose names have no layer
 * @param isCell   {@code weight_ih}, of {@code LSTMCell} and the like
 */
record TorchName(String prefix, Table table, int layer, boolean reversed, boolean isCell) {
    private static final Pattern FORM = Pattern.compile(
            "(|.*[./:_])(weight_ih|weight_hh|weight_hr|bias_ih|bias_hh)(?:_l(\\d{1,3})(_reverse)?)?", Pattern.DOTALL);

    /** Which of a direction's tables it is. */
    enum Table {
        WEIGHT_IH,
        WEIGHT_HH,
        /** From H to the P numbers of a projected output. */
        WEIGHT_HR,
        BIAS_IH,
        BIAS_HH;

        /** As the file has it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty for any other name. */
    static Optional<TorchName> of(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean isCell = form.group(3) == null;
        return Optional.of(new TorchName(
                form.group(1),
                Table.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
                isCell ? 0 : Integer.parseInt(form.group(3)),
                form.group(4) != null,
                isCell));
    }

    /** What stands behind the name of the table: {@code _l1_reverse}. */
    static String suffix(int layer, boolean reversed) {
        return "_l" + layer + (reversed ? "_reverse" : "");
    }
}

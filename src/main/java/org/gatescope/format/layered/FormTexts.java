package org.gatescope.format.layered;

import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.GateFunctions;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.text.Texts;

/** What forms have in common. */
public final class FormTexts {
    /** What a simple cell has unless it was told otherwise. */
    public static final String USUAL = "tanh";

    private static final Texts TEXTS = Texts.of(FormatException.class);

    private FormTexts() {}

    /** A sentence on what was found. */
    public static String note(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /** Which function a simple cell has. @param reason key of the sentence on the usual one */
    public static List<Unstated> activation(String usual, String reason) {
        return List.of(new Unstated(Subject.ACTIVATION, usual, TEXTS.get(reason)));
    }

    /** What is added to the forget gate's bias. @param reason key of the sentence on the usual number */
    public static List<Unstated> forgetBias(String usual, String reason) {
        return List.of(new Unstated(Subject.FORGET_BIAS, usual, TEXTS.get(reason)));
    }

    /** A built-in cell with the functions that were asked for. */
    public static Cell gated(String builtIn, Answers answers) throws FormatException {
        return GateFunctions.gated(builtIn, answers.activation(), answers.recurrentActivation());
    }
}

package org.gatescope.ui.window;

import org.gatescope.cell.SymbolName;
import org.gatescope.session.Playhead;
import org.gatescope.text.Texts;
import org.gatescope.ui.formula.FormulaText;

/** Where the playhead stands, in words. */
final class PositionText {
    private static final Texts TEXTS = Texts.of(PositionText.class);

    private PositionText() {}

    /** {@code op 131 of 214 · ∂f at t = 3} */
    static String of(Playhead playhead) {
        long total = playhead.schedule().length();
        return playhead.moment()
                .map(moment -> TEXTS.get(
                        "position",
                        playhead.position(),
                        total,
                        FormulaText.of(SymbolName.of(moment.operation().quantity())),
                        moment.step()))
                .orElseGet(() -> TEXTS.get("position.start", total));
    }
}

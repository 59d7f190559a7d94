package org.gatescope.ui.window;

import org.gatescope.session.Playhead;
import org.gatescope.text.Texts;

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
                        name(moment.operation().quantity()),
                        moment.step()))
                .orElseGet(() -> TEXTS.get("position.start", total));
    }

    /** {@code ∂Wx.f} for the gradient {@code d.Wx.f}. */
    private static String name(String quantity) {
        return quantity.startsWith("d.") ? "∂" + quantity.substring(2) : quantity;
    }
}

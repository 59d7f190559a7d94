package org.gatescope.ui.window;

import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.Names;
import org.gatescope.cell.Operation;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.ShownNames;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;

/** Where the playhead stands, in words. */
final class PositionText {
    private static final Texts TEXTS = Texts.of(PositionText.class);

    private PositionText() {}

    /** {@code op 131 of 214 · t = 3} */
    static String of(Playhead playhead, Session session) {
        long total = playhead.schedule().length();
        return playhead.moment()
                .map(moment -> TEXTS.get(
                        "position",
                        playhead.position(),
                        total,
                        Convention.counted(moment.step()),
                        part(session, moment.part())))
                .orElseGet(() -> TEXTS.get("position.start", total));
    }

    /** Of a network with several parts, which one. */
    private static String part(Session session, String part) {
        return session.network().parts().size() == 1 && session.part(part).isPresent()
                ? ""
                : PartWords.brief(session, part) + " · ";
    }

    /** What is computed: a part of a quantity, all of it, or a share of a gradient; empty at the start. */
    static Formula formula(Playhead playhead, Session session) {
        return playhead.moment()
                .map(moment -> formula(moment.operation(), NamesOfParts.of(session, moment.part())))
                .orElse(Formula.EMPTY);
    }

    private static Formula formula(Operation operation, ShownNames names) {
        boolean isArrival = Names.in(operation.node()).stream()
                .anyMatch(name -> Arrivals.isFromNextStep(name.text())); // what begins a step backward is set
        boolean isShare = QuantityName.isGradient(operation.quantity()) && !isArrival;
        boolean isWhole = isArrival || operation.completes();
        return isShare || isWhole
                ? Mathematics.of(operation.quantity(), isShare ? "+=" : "=", operation.node(), names)
                : Mathematics.of(operation.node(), names);
    }
}

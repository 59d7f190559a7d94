package org.gatescope.ui.window;

import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Names;
import org.gatescope.cell.Notation;
import org.gatescope.cell.Operation;
import org.gatescope.cell.QuantityName;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;

/** Where the playhead stands, in words. */
final class PositionText {
    private static final Texts TEXTS = Texts.of(PositionText.class);
    private static final int LONGEST = 48;

    private PositionText() {}

    /** {@code op 131 of 214 · t = 3 · ∂L/∂f += ∂L/∂c′ * c} */
    static String of(Playhead playhead, Session session) {
        long total = playhead.schedule().length();
        return playhead.moment()
                .map(moment -> TEXTS.get(
                        "position",
                        playhead.position(),
                        total,
                        words(moment.operation()),
                        moment.step(),
                        part(session, moment.part())))
                .orElseGet(() -> TEXTS.get("position.start", total));
    }

    /** Of a network with several parts, which one. */
    private static String part(Session session, String part) {
        return session.network().parts().size() == 1 && session.part(part).isPresent()
                ? ""
                : PartWords.brief(session, part) + " · ";
    }

    /**
     * What is computed: a part of a quantity, all of it, or a share of a gradient. Named as in the equation, in which
     * the state after the step has a prime: ∂L/∂h′ and ∂L/∂h are gradients of two states.
     */
    private static String words(Operation operation) {
        String made = Notation.expression(operation.quantity());
        String node = shortened(Notation.expression(operation.node().toString()));
        if (QuantityName.isGradient(operation.quantity())) {
            boolean arrives = Names.in(operation.node()).stream()
                    .anyMatch(name -> Arrivals.isFromNextStep(name.text())); // what begins a step backward is set
            return TEXTS.get(arrives ? "operation.whole" : "operation.share", made, node);
        }
        return operation.completes()
                ? TEXTS.get("operation.whole", made, node)
                : TEXTS.get("operation.part", made, node);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

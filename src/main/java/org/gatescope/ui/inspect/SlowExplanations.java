package org.gatescope.ui.inspect;

import org.gatescope.engine.Network.Part;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Session;

/** Which explanations would make the window wait. */
final class SlowExplanations {
    /** Steps times sequences whose shares are worked out at once. */
    private static final long MOST_SHARES = 20_000;
    /** Units whose Jacobian is worked out at once. */
    private static final int MOST_UNITS = 16;

    private SlowExplanations() {}

    static boolean is(Session session, NumberId id) {
        long places = (long) session.steps() * session.batch();
        return switch (id) {
            case NumberId.Loss loss -> places > MOST_SHARES;
            case NumberId.GradientOfGiven of -> places * widest(session) > MOST_SHARES * 16;
            case NumberId.JacobianNorm norm -> widest(session) > MOST_UNITS;
            default -> false;
        };
    }

    private static int widest(Session session) {
        return session.network().parts().stream()
                .map(Part::layer)
                .flatMapToInt(layer -> layer.cell().states().stream().mapToInt(layer::width))
                .max()
                .orElse(0);
    }
}

package org.gatescope.session;

import org.gatescope.engine.Network;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * A compiled plan with what it was compiled for.
 *
 * @param batch N, the sequences of a run
 * @param steps T, of the longest sequence
 */
record PreparedPlan(Network network, int batch, int steps, NetworkPlan plan) {
    /** @throws org.gatescope.engine.TooLargeException before anything is allocated */
    static PreparedPlan of(Network network, int batch, int steps) {
        return new PreparedPlan(network, batch, steps, NetworkPlan.of(network, batch, steps));
    }

    boolean serves(Session session) {
        return session.hasShape(network, batch, steps);
    }
}

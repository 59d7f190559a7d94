package org.gatescope.session;

import java.util.Optional;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.Scores;

/**
 * A session and what the engine computed from it, always together.
 *
 * @param nanos     how long the engine took
 * @param nonFinite where the first NaN or infinity arose
 */
public record Run(Session session, NetworkTrace trace, long nanos, Optional<NonFinite> nonFinite) {
    /**
     * Computes a session, by a plan of its own.
     *
     * @throws org.gatescope.engine.TooLargeException before anything is allocated
     */
    public static Run of(Session session) {
        return new RunEngine().run(session, null);
    }

    /** How well it does on what it is trained on and on what it is not; empty without a read-out. */
    public Optional<Scores> scores() {
        return Scores.of(session.network(), trace, session.inputs());
    }

    /**
     * The same without the mistakes that are made on purpose; itself if there are none.
     *
     * @throws org.gatescope.engine.TooLargeException before anything is allocated
     */
    public Run right() {
        return session.mistakes().mistakes().isEmpty() ? this : Run.of(session.withMistakes(Session.NO_MISTAKES));
    }
}

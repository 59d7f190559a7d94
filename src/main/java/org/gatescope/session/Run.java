package org.gatescope.session;

import java.util.Optional;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NonFinite;

/**
 * A session and what the engine computed from it; they always belong together.
 *
 * @param nanos     how long the engine took
 * @param nonFinite where the numbers first left the finite ones
 */
public record Run(Session session, NetworkTrace trace, long nanos, Optional<NonFinite> nonFinite) {
    /**
     * Computes a session, apart from all others.
     *
     * @throws org.gatescope.engine.TooLargeException before anything is allocated
     */
    public static Run of(Session session) {
        return new RunEngine().run(session, null);
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

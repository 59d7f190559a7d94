package org.gatescope.session;

import java.util.Optional;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.Trace;

/**
 * A session and what the engine computed from it; they always belong together.
 *
 * @param nanos     how long the engine took
 * @param nonFinite where the numbers first left the finite ones
 */
public record Run(Session session, Trace trace, long nanos, Optional<NonFinite> nonFinite) {}

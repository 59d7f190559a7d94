package org.gatescope.session;

import org.gatescope.engine.Trace;

/**
 * A session and what the engine computed from it; they always belong together.
 *
 * @param nanos how long the engine took
 */
public record Run(Session session, Trace trace, long nanos) {}

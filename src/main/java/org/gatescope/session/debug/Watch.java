package org.gatescope.session.debug;

import org.gatescope.cell.WatchedExpression;

/**
 * An expression that is watched.
 *
 * @param part whose names the measure uses: key of a layer's direction, of the read-out, or of the embedding
 */
public record Watch(String part, WatchedExpression measure) {}

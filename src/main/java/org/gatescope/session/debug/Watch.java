package org.gatescope.session.debug;

import org.gatescope.cell.WatchedExpression;

/**
 * What is kept an eye on.
 *
 * @param part whose names the measure uses: key of a layer's direction, of the read-out, or of the embedding
 */
public record Watch(String part, WatchedExpression measure) {}

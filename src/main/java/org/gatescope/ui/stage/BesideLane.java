package org.gatescope.ui.stage;

import java.util.function.Function;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.Square;

/**
 * A lane that is not made of the shown run's quantities alone.
 *
 * @param name in full, of one of its numbers: {@code r[t=3, unit 2] in GRU}
 */
record BesideLane(Lane lane, Function<Square, String> name) {}

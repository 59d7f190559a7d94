/** Lanes: one quantity over all time steps, on the columns of the time axis. */
@NullMarked
package org.gatescope.picture.lane;

import org.jspecify.annotations.NullMarked;

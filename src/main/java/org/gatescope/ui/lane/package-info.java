/** Lanes of squares over time, one quantity each. */
@NullMarked
package org.gatescope.ui.lane;

import org.jspecify.annotations.NullMarked;

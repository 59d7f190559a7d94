/** Lanes of squares over time, one quantity each. */
@NullMarked
package org.gatescope.ui.heatmap;

import org.jspecify.annotations.NullMarked;

/** Charts: curves, bars, maps and planes that a run or a training is read by. */
@NullMarked
package org.gatescope.picture.chart;

import org.jspecify.annotations.NullMarked;

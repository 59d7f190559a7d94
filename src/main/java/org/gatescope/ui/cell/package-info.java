/** The cell at the playhead as a diagram that follows from its equations. */
@NullMarked
package org.gatescope.ui.cell;

import org.jspecify.annotations.NullMarked;

/** The time axis and its ruler. */
@NullMarked
package org.gatescope.ui.axis;

import org.jspecify.annotations.NullMarked;

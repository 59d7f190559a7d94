/** Colour maps, scales and the pens that drawings go through. */
@NullMarked
package org.gatescope.ui.paint;

import org.jspecify.annotations.NullMarked;

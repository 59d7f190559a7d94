/** The tour of the window: a few stops, each at a part of it, with something to do. */
@NullMarked
package org.gatescope.ui.tour;

import org.jspecify.annotations.NullMarked;

/** Breakpoints and watches. */
@NullMarked
package org.gatescope.ui.debug;

import org.jspecify.annotations.NullMarked;

/** How much gradient there is at each step, and where it comes from. */
@NullMarked
package org.gatescope.ui.flow;

import org.jspecify.annotations.NullMarked;

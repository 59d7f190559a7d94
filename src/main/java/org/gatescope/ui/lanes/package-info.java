/** The run as lanes on the time axis. */
@NullMarked
package org.gatescope.ui.lanes;

import org.jspecify.annotations.NullMarked;

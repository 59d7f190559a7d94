/** The run as lanes on the time axis. */
@NullMarked
package org.gatescope.ui.stage;

import org.jspecify.annotations.NullMarked;

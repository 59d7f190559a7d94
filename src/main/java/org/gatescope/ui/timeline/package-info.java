/** The time axis that all views share, its ruler and the transport bar. */
@NullMarked
package org.gatescope.ui.timeline;

import org.jspecify.annotations.NullMarked;

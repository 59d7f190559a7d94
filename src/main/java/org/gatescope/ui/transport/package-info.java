/** The transport bar: buttons, speed and the bar of phases. */
@NullMarked
package org.gatescope.ui.transport;

import org.jspecify.annotations.NullMarked;

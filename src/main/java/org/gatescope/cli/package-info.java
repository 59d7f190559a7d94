/** The commands without a window. */
@NullMarked
package org.gatescope.cli;

import org.jspecify.annotations.NullMarked;

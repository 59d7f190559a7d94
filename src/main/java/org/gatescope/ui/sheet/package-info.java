/** Worksheets: pages on which numbers of a session are to be filled in, with their answers. */
@NullMarked
package org.gatescope.ui.sheet;

import org.jspecify.annotations.NullMarked;

/** Sheets of paper to be filled in: their pieces, which flow over as many pages as they take. Lengths in points. */
@NullMarked
package org.gatescope.picture.sheet;

import org.jspecify.annotations.NullMarked;

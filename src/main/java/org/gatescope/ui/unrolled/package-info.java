/** The network unrolled over time, above the lanes and on their columns. */
@NullMarked
package org.gatescope.ui.unrolled;

import org.jspecify.annotations.NullMarked;

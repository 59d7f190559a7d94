/** The room where another run is pinned and put beside the one that is shown. */
@NullMarked
package org.gatescope.ui.compare;

import org.jspecify.annotations.NullMarked;

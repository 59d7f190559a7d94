/** What any number of a run is made from, and how two runs differ. */
@NullMarked
package org.gatescope.explain;

import org.jspecify.annotations.NullMarked;

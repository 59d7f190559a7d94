/** Reference cases: what another program computed. */
@NullMarked
package org.gatescope.format.cases;

import org.jspecify.annotations.NullMarked;

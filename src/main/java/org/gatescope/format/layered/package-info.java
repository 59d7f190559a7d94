/** Networks put together from single cells whose names are paths: which layer and direction each of them is. */
@NullMarked
package org.gatescope.format.layered;

import org.jspecify.annotations.NullMarked;

/** Films: pictures of pixels, each shown for a while. */
@NullMarked
package org.gatescope.format.film;

import org.jspecify.annotations.NullMarked;

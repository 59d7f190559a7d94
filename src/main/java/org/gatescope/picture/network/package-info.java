/** The network unrolled over time, on the columns of the time axis. */
@NullMarked
package org.gatescope.picture.network;

import org.jspecify.annotations.NullMarked;

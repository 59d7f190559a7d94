/** What a network is and what its runs leave behind: layers, matrices, series over time, traces. */
@NullMarked
package org.gatescope.engine;

import org.jspecify.annotations.NullMarked;

/** Cells and read-outs compiled: which numbers lie where, and what is computed in which order. */
@NullMarked
package org.gatescope.engine.plan;

import org.jspecify.annotations.NullMarked;

/** Buffers, and the instructions that compute over them: what plans are compiled to. */
@NullMarked
package org.gatescope.engine.program;

import org.jspecify.annotations.NullMarked;

/** Training: how parameters start, how they follow their gradients, and runs of it that can be paused and replayed. */
@NullMarked
package org.gatescope.engine.training;

import org.jspecify.annotations.NullMarked;

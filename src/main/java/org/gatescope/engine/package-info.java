/** Plans, forward and backward runs and the Trace they leave, on EJML matrices. */
@NullMarked
package org.gatescope.engine;

import org.jspecify.annotations.NullMarked;

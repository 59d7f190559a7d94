/** Weights written as other programs have them. */
@NullMarked
package org.gatescope.format.export;

import org.jspecify.annotations.NullMarked;

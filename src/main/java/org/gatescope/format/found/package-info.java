/** Recurrent networks found among the tensors of a file: which block of which tensor is which parameter. */
@NullMarked
package org.gatescope.format.found;

import org.jspecify.annotations.NullMarked;

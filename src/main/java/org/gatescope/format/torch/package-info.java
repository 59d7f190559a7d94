/** Trained weights: which network the arrays of a file are, and what its gradients are called there. */
@NullMarked
package org.gatescope.format.torch;

import org.jspecify.annotations.NullMarked;

/** The tables at the left: sizes, weights per gate, inputs, states, upstream gradients. */
@NullMarked
package org.gatescope.ui.tables;

import org.jspecify.annotations.NullMarked;

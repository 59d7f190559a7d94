/** Quantities of a cell as people read them: symbols, words, families of colours. */
@NullMarked
package org.gatescope.ui.quantity;

import org.jspecify.annotations.NullMarked;

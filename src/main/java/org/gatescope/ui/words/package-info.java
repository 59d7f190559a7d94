/** Parts, quantities, operations and cells as people read them. */
@NullMarked
package org.gatescope.ui.words;

import org.jspecify.annotations.NullMarked;

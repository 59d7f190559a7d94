/** Keras's files, names and layouts, from its first version to its third. */
@NullMarked
package org.gatescope.format.keras;

import org.jspecify.annotations.NullMarked;

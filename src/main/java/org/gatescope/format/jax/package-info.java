/** Names and layouts of the cells of Flax, Haiku and Equinox. */
@NullMarked
package org.gatescope.format.jax;

import org.jspecify.annotations.NullMarked;

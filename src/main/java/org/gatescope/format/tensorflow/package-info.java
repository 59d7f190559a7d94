/** Names and layouts of the cells of TensorFlow 1. */
@NullMarked
package org.gatescope.format.tensorflow;

import org.jspecify.annotations.NullMarked;

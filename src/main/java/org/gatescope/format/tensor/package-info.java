/** Named arrays of numbers in files: NumPy's, safetensors. */
@NullMarked
package org.gatescope.format.tensor;

import org.jspecify.annotations.NullMarked;

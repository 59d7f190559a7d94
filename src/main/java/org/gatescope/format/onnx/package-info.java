/** Networks in ONNX files: the graph as far as it is needed, and recurrent layers that stand on one another in it. */
@NullMarked
package org.gatescope.format.onnx;

import org.jspecify.annotations.NullMarked;

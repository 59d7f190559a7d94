/** Pictures as files of vectors: SVG and PDF. */
@NullMarked
package org.gatescope.format.figure;

import org.jspecify.annotations.NullMarked;

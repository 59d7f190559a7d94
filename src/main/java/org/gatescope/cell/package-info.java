/** The equation language: parse, check shapes, differentiate, print. */
@NullMarked
package org.gatescope.cell;

import org.jspecify.annotations.NullMarked;

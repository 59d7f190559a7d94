/** Programs in other languages that compute what a session computes. */
@NullMarked
package org.gatescope.format.code;

import org.jspecify.annotations.NullMarked;

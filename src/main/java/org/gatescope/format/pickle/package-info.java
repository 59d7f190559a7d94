/** What PyTorch saves: pickles, read by a closed machine that calls nothing. */
@NullMarked
package org.gatescope.format.pickle;

import org.jspecify.annotations.NullMarked;

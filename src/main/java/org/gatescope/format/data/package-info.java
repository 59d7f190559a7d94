/** Tables of numbers and words in files, and how they become sequences for a network. */
@NullMarked
package org.gatescope.format.data;

import org.jspecify.annotations.NullMarked;

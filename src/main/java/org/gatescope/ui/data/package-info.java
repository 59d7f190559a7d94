/** The page on which data of files become the sequences of a session. */
@NullMarked
package org.gatescope.ui.data;

import org.jspecify.annotations.NullMarked;

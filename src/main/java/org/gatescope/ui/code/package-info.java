/** A session as a program that is read beside the run that it computes. */
@NullMarked
package org.gatescope.ui.code;

import org.jspecify.annotations.NullMarked;

/** Files and clipboard texts in and out. */
@NullMarked
package org.gatescope.format;

import org.jspecify.annotations.NullMarked;

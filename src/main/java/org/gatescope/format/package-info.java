/** Files and copied text, in and out. */
@NullMarked
package org.gatescope.format;

import org.jspecify.annotations.NullMarked;

/** The window. */
@NullMarked
package org.gatescope.ui;

import org.jspecify.annotations.NullMarked;

/** Pictures on the screen: the canvas that hosts them and the pen that draws on it. */
@NullMarked
package org.gatescope.ui.paint;

import org.jspecify.annotations.NullMarked;

/**
 * What a window's panels share: the model, the selection, the theme, notices, background
 * work, and what a room at the right is.
 */
@NullMarked
package org.gatescope.ui.desk;

import org.jspecify.annotations.NullMarked;

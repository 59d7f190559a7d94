/**
 * What a projector shows besides the panes: a bar with little in it, what is drawn over the picture, and notes for whoever
 * speaks.
 */
@NullMarked
package org.gatescope.ui.projector;

import org.jspecify.annotations.NullMarked;

/** What a projector shows besides the panes: a bar with little in it, and what is drawn over the picture. */
@NullMarked
package org.gatescope.ui.projector;

import org.jspecify.annotations.NullMarked;

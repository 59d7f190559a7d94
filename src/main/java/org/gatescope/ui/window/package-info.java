/** The main window: toolbar, split panes, transport and status. */
@NullMarked
package org.gatescope.ui.window;

import org.jspecify.annotations.NullMarked;

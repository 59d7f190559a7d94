/** How the window looks: fonts, colours and the two themes. */
@NullMarked
package org.gatescope.ui.theme;

import org.jspecify.annotations.NullMarked;

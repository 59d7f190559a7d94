/** What controls have in common: names of choices, keys and how they are written, scrolling to a place. */
@NullMarked
package org.gatescope.ui.control;

import org.jspecify.annotations.NullMarked;

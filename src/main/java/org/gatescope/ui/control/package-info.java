/** What choices have in common. */
@NullMarked
package org.gatescope.ui.control;

import org.jspecify.annotations.NullMarked;

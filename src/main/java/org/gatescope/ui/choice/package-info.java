/** What choices have in common. */
@NullMarked
package org.gatescope.ui.choice;

import org.jspecify.annotations.NullMarked;

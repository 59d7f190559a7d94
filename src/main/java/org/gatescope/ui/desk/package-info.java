/** What the panels share: which part, sequence and number are selected. */
@NullMarked
package org.gatescope.ui.desk;

import org.jspecify.annotations.NullMarked;

/** Lessons that were handed in: what thirty files of answers come to, as a table. */
@NullMarked
package org.gatescope.ui.handin;

import org.jspecify.annotations.NullMarked;

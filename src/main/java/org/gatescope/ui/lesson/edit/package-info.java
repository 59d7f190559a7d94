/** Writing lessons: what is typed of one, what is wrong with it, and the form at the left of the window. */
@NullMarked
package org.gatescope.ui.lesson.edit;

import org.jspecify.annotations.NullMarked;

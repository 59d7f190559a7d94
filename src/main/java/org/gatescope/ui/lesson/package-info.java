/** A lesson at the left of the window: text, questions, and what is shown once they are answered. */
@NullMarked
package org.gatescope.ui.lesson;

import org.jspecify.annotations.NullMarked;

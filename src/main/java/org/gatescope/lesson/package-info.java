/** What can be opened and learnt from: examples, tasks, the study notebooks, and a mistake to be found. */
@NullMarked
package org.gatescope.lesson;

import org.jspecify.annotations.NullMarked;

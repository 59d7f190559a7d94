/** The mistakes laboratory: what mistakes do to a run and to training, the notebooks, and the search for one. */
@NullMarked
package org.gatescope.session.lab;

import org.jspecify.annotations.NullMarked;

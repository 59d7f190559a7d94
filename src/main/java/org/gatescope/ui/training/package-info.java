/** Training on the screen: the run, its curves, what changes, what is predicted, and the settings. */
@NullMarked
package org.gatescope.ui.training;

import org.jspecify.annotations.NullMarked;

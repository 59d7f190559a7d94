/** The laboratory of mistakes: switches, what they do, the notebooks, and one to be found. */
@NullMarked
package org.gatescope.ui.lab;

import org.jspecify.annotations.NullMarked;

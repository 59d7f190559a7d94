/** Diagnostics of the run that is shown: the gradient check, memory, spectra and the phase portrait. */
@NullMarked
package org.gatescope.ui.diagnostics;

import org.jspecify.annotations.NullMarked;

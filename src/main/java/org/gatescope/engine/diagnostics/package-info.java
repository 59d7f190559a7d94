/** Figures about runs: gradient checks, norms, Jacobians, spectra, saturation, principal components. */
@NullMarked
package org.gatescope.engine.diagnostics;

import org.jspecify.annotations.NullMarked;

/** The study notebooks' mistakes and some classics: rewritten adjoint lines, and runs step by step that follow them. */
@NullMarked
package org.gatescope.engine.mistakes;

import org.jspecify.annotations.NullMarked;

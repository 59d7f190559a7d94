/** Mathematics laid out as nodes. */
@NullMarked
package org.gatescope.ui.formula;

import org.jspecify.annotations.NullMarked;

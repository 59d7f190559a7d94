/** Mathematics laid out as nodes or as plain text. */
@NullMarked
package org.gatescope.ui.formula;

import org.jspecify.annotations.NullMarked;

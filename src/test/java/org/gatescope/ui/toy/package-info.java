/** The smallest room at the right. */
@NullMarked
package org.gatescope.ui.toy;

import org.jspecify.annotations.NullMarked;

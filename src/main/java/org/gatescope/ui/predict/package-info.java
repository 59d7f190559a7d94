/** Numbers that are hidden until somebody has said what they will be, outside of lessons too. */
@NullMarked
package org.gatescope.ui.predict;

import org.jspecify.annotations.NullMarked;

/** Pictures of scenes, made without a window. */
@NullMarked
package org.gatescope.ui.render;

import org.jspecify.annotations.NullMarked;

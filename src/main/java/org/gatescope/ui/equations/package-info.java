/** The equations at the playhead, their editor, and how a parameter's gradient grows. */
@NullMarked
package org.gatescope.ui.equations;

import org.jspecify.annotations.NullMarked;

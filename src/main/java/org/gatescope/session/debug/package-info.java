/** Stopping where something happens, and watching what numbers come to. */
@NullMarked
package org.gatescope.session.debug;

import org.jspecify.annotations.NullMarked;

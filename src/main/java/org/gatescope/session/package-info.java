/** The model that is edited and played: Session, History, Playhead. */
@NullMarked
package org.gatescope.session;

import org.jspecify.annotations.NullMarked;

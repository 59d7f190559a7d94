/** Training the session of a workbench. */
@NullMarked
package org.gatescope.session.training;

import org.jspecify.annotations.NullMarked;

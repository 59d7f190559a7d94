/** Session files: all that is needed to show the same screen again. docs/session-files.md describes them. */
@NullMarked
package org.gatescope.format.session;

import org.jspecify.annotations.NullMarked;

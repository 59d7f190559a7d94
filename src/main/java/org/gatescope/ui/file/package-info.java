/** Files of sessions: what is open, what is saved, and the questions and keys about it. */
@NullMarked
package org.gatescope.ui.file;

import org.jspecify.annotations.NullMarked;

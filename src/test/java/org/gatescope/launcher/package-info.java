/** The script that starts Gatescope, held against machines made up of a few files. */
@NullMarked
package org.gatescope.launcher;

import org.jspecify.annotations.NullMarked;

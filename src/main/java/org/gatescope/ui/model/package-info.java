/** The page on which a model file becomes a session: what it holds, what was recognised, what is taken over. */
@NullMarked
package org.gatescope.ui.model;

import org.jspecify.annotations.NullMarked;

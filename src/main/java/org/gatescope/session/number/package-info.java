/** Single numbers of a run: what they are called, and what the nodes of equations come to. */
@NullMarked
package org.gatescope.session.number;

import org.jspecify.annotations.NullMarked;

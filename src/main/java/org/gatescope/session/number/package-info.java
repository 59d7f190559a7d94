/** The numbers that the nodes of a part's equations come to at a step. */
@NullMarked
package org.gatescope.session.number;

import org.jspecify.annotations.NullMarked;

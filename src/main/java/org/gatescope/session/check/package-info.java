/** A session's gradients held against central differences. */
@NullMarked
package org.gatescope.session.check;

import org.jspecify.annotations.NullMarked;

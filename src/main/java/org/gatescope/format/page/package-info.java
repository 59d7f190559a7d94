/** A session as one page of HTML that steps through its run, and computes it again when a number is changed. */
@NullMarked
package org.gatescope.format.page;

import org.jspecify.annotations.NullMarked;

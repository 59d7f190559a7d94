/** “Why this number?”: what a number is made from, term by term, each of which can be opened in turn. */
@NullMarked
package org.gatescope.ui.inspect;

import org.jspecify.annotations.NullMarked;

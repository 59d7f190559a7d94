/** A session as a page that steps: what its parts are called, and its pictures. */
@NullMarked
package org.gatescope.ui.page;

import org.jspecify.annotations.NullMarked;

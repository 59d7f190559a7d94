/** Which part of the network and which sequence of the batch the panels show. */
@NullMarked
package org.gatescope.ui.selection;

import org.jspecify.annotations.NullMarked;

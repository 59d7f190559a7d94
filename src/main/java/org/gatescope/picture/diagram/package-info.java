/** A cell as a diagram: its equations as nodes and wires, where they lie, and how they are drawn at the playhead. */
@NullMarked
package org.gatescope.picture.diagram;

import org.jspecify.annotations.NullMarked;

/** What is drawn, as data: colours, boxes, letterings and the pen that pictures are drawn with. Free of JavaFX. */
@NullMarked
package org.gatescope.picture;

import org.jspecify.annotations.NullMarked;

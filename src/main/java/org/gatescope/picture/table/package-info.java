/** Tables: the cells that show, their headings and marks, and a whole matrix at a glance. */
@NullMarked
package org.gatescope.picture.table;

import org.jspecify.annotations.NullMarked;

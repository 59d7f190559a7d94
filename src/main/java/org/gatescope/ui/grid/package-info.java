/** The one table of the application: numbers in tinted cells, edited as in a spreadsheet. */
@NullMarked
package org.gatescope.ui.grid;

import org.jspecify.annotations.NullMarked;

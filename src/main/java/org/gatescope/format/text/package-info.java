/** Numbers, tables and tensors that are typed or pasted. */
@NullMarked
package org.gatescope.format.text;

import org.jspecify.annotations.NullMarked;

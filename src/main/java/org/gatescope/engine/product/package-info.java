/** Matrix products, by vector instructions or by EJML. */
@NullMarked
package org.gatescope.engine.product;

import org.jspecify.annotations.NullMarked;

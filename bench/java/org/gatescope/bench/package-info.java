/** How long things take: JMH benchmarks and the tables made of them. */
@NullMarked
package org.gatescope.bench;

import org.jspecify.annotations.NullMarked;

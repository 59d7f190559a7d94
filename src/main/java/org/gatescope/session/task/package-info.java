/** Tasks to train on, how well a network does, and a trained one that goes on by itself. */
@NullMarked
package org.gatescope.session.task;

import org.jspecify.annotations.NullMarked;

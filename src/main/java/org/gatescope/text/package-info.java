/** Texts for people, by language: one resource bundle a package. */
@NullMarked
package org.gatescope.text;

import org.jspecify.annotations.NullMarked;

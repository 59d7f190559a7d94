package org.gatescope.engine.mistakes;

import java.util.Optional;

/**
 * What a mistake makes of a line, in the cell language.
 *
 * @param before empty where the mistake adds the line
 */
public record Change(Optional<String> before, String after, Mistake why) {}

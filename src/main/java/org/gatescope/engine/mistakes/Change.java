package org.gatescope.engine.mistakes;

import java.util.Optional;

/**
 * What a mistake makes of a line, in the cell language.
 *
 * @param target what the line makes: what stands before its sign
 * @param before empty where the mistake adds the line
 */
public record Change(String target, Optional<String> before, String after, Mistake why) {}

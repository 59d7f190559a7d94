package org.gatescope.picture.lane;

import org.gatescope.cell.Formula;
import org.gatescope.picture.Family;

/**
 * A row of the picture: one quantity over time.
 *
 * @param id       tells lanes apart and stays the same from one run to the next
 * @param name     its heading, for example ∂L/∂c
 * @param subtitle its name in words, for example "cell gradient"
 * @param group    lanes of one group stand together below its title; empty for no title
 */
public record Lane(String id, Formula name, String subtitle, Family family, String group, LaneContent content) {}

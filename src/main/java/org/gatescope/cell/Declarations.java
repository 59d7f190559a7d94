package org.gatescope.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a cell's text says of sizes and parameters besides its equations.
 *
 * @param sizes  the number of each size that it declares, in the order of the text
 * @param square {@code size D = H}: the layer has as many units as inputs
 * @param fixed  the parameters that are never trained
 * @param starts what parameters start with, of those that say so
 */
public record Declarations(
        Map<String, Integer> sizes, boolean square, Set<String> fixed, Map<String, ParameterStart> starts) {
    public Declarations {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        fixed = Set.copyOf(fixed);
        starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
    }
}

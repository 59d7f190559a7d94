package org.gatescope.format.page;

import java.util.Map;

/**
 * What is drawn of a session once, as SVG elements.
 *
 * @param network   the network unrolled over time; empty for none
 * @param cells     a diagram for each part that has one, by key
 * @param equations of each part, by key
 * @param style     the fonts of their letters and the colours of both themes, as CSS
 */
public record PagePictures(String network, Map<String, String> cells, Map<String, String> equations, String style) {
    /** None. */
    public static final PagePictures NONE = new PagePictures("", Map.of(), Map.of(), "");

    public PagePictures {
        cells = Map.copyOf(cells);
        equations = Map.copyOf(equations);
    }
}

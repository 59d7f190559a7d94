package org.gatescope.format.page;

import java.util.List;
import java.util.Map;
import org.gatescope.picture.diagram.PartDiagram;

/**
 * What is drawn of a session once, as SVG elements.
 *
 * @param networks  unrolled over time, of each sequence; fewer where there are too many
 * @param cells     a diagram for each part that has one, by key
 * @param equations of each part, by key
 * @param diagrams  those that are drawn, by key
 * @param style     the fonts of their letters and the colours of both themes, as CSS
 */
public record PagePictures(
        List<String> networks,
        Map<String, String> cells,
        Map<String, String> equations,
        Map<String, PartDiagram> diagrams,
        String style) {
    /** None. */
    public static final PagePictures NONE = new PagePictures(List.of(), Map.of(), Map.of(), Map.of(), "");

    public PagePictures {
        networks = List.copyOf(networks);
        cells = Map.copyOf(cells);
        equations = Map.copyOf(equations);
        diagrams = Map.copyOf(diagrams);
    }
}

package org.gatescope.picture;

import java.util.List;

/**
 * A formula with a place for each of its letters, about a first baseline at y = 0.
 *
 * @param marks   lines below the marked parts: box of one pixel's height each
 * @param ascent  how far it reaches above the first baseline
 * @param descent how far it reaches below it
 */
public record TypesetFormula(List<GlyphRun> runs, List<Box> marks, double width, double ascent, double descent) {
    public TypesetFormula {
        runs = List.copyOf(runs);
        marks = List.copyOf(marks);
    }
}

package org.gatescope.ui.render;

import java.util.Optional;
import org.gatescope.format.figure.FigureTexts;
import org.gatescope.format.figure.FigureWidth;

/**
 * How a figure is written.
 *
 * @param width   of vectors
 * @param texts   of vectors; empty for what the kind of file usually has
 * @param density pixels along each pixel of the screen, of pictures of pixels: from 1 to {@link #MOST_DENSE}
 */
public record FigureForm(FigureWidth width, Optional<FigureTexts> texts, int density) {
    /** Pixels along each pixel of the screen. */
    public static final int MOST_DENSE = 4;

    /** As on the screen. */
    public static final FigureForm USUAL = new FigureForm(new FigureWidth.Pixels(), Optional.empty(), 1);
}

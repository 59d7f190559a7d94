package org.gatescope.picture.network;

import org.gatescope.picture.Box;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Pen;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.LaneDrawing;
import org.gatescope.picture.lane.LaneMosaic;
import org.gatescope.picture.lane.TimeAxis;

/**
 * A layer's output at all steps, as thin columns: for long sequences, of which only some steps are drawn in full. It holds
 * for one run, theme and axis, wherever the playhead is.
 */
public record ThinBand(LaneDrawing drawing, Mosaic mosaic) {
    /** Colours the squares that can be told apart. */
    public static ThinBand of(RowNumbers row, TimeAxis axis, UnrolledColours colours) {
        RowNumbers.Shown output = row.output();
        CellGrid grid = new CellGrid(axis, output.content().units(), UnrolledLayout.BAND_ROW);
        var palette = colours.palette(output.family());
        return new ThinBand(
                new LaneDrawing(output.content(), grid, output.scale(), palette, colours.tones()),
                new LaneMosaic(output.content(), grid, output.scale(), palette).mosaic());
    }

    void draw(Pen pen, Box place) {
        pen.part(place, 1, within -> drawing.draw(within, mosaic));
    }
}

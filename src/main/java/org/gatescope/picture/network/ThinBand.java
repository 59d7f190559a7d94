package org.gatescope.picture.network;

import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.LanePicture;
import org.gatescope.picture.lane.TimeAxis;

/**
 * A layer's output at all steps, as thin columns: for long sequences, of which only some steps are drawn in full. It holds
 * for one run, theme and axis, wherever the playhead is.
 */
public record ThinBand(LanePicture lane) {
    /** Colours the squares that can be told apart. */
    public static ThinBand of(RowNumbers row, TimeAxis axis, UnrolledColours colours) {
        RowNumbers.Shown output = row.output();
        CellGrid grid = new CellGrid(axis, output.content().units(), UnrolledLayout.BAND_ROW);
        return new ThinBand(LanePicture.of(
                output.content(), grid, output.scale(), colours.palette(output.family()), colours.tones()));
    }

    void draw(Pen pen, Box place) {
        pen.part(place, 1, lane::draw);
    }
}

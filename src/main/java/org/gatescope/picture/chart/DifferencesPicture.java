package org.gatescope.picture.chart;

import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.picture.Box;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;

/** The differences of a checked table as squares, from 10⁻¹² to 1 in powers of ten. */
public record DifferencesPicture(double width, double height, Raster raster) implements Picture {
    /** In pixels. */
    public static final double WIDEST_SQUARE = 14;

    private static final double LEAST = -12;

    /** A colour for each entry. */
    public static Raster raster(CheckedTable table, Ground ground) {
        Palette palette = Palette.of(ColourMap.VIRIDIS, ground);
        return Raster.of(
                table.computed().columns(),
                table.computed().rows(),
                (column, row) -> palette.argb(index(table.entry(row, column).difference())));
    }

    private static int index(double difference) {
        if (Double.isNaN(difference)) {
            return Palette.NAN;
        }
        double share = difference == 0 ? 0 : 1 - Math.log10(difference) / LEAST;
        return (int) Math.rint(Math.clamp(share, 0, 1) * (Palette.SIZE - 1));
    }

    @Override
    public void draw(Pen pen) {
        double wide = raster.width() * SquareSize.of(raster.width(), width - 2, WIDEST_SQUARE);
        pen.raster(new Box(1, 1, wide, height - 2), raster);
    }
}

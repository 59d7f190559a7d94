package org.gatescope.format.figure;

import java.util.function.BiConsumer;
import org.gatescope.picture.Box;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Rgb;

/** The squares of a heatmap one by one, without those that are transparent. */
@FunctionalInterface
interface HeatSquares {
    void forEach(BiConsumer<Box, Rgb> square);

    static HeatSquares of(Box place, Raster raster) {
        double width = place.width() / raster.width();
        double height = place.height() / raster.height();
        return squares -> {
            for (int row = 0; row < raster.height(); row++) {
                for (int column = 0; column < raster.width(); column++) {
                    Box square = new Box(place.x() + column * width, place.y() + row * height, width, height);
                    give(squares, square, raster.argb(column, row));
                }
            }
        };
    }

    /** Of the columns from one up to another, which is left out. */
    static HeatSquares of(Mosaic mosaic, int from, int to) {
        return squares -> {
            for (int column = from; column < to; column++) {
                for (int row = 0; row < mosaic.colours().height(); row++) {
                    int left = mosaic.left(column);
                    int top = mosaic.top(row);
                    Box square = new Box(left, top, mosaic.right(column) - left, mosaic.top(row + 1) - top);
                    give(squares, square, mosaic.colours().argb(column, row));
                }
            }
        };
    }

    /** Where they stand: at least one column and row. */
    static Box place(Mosaic mosaic, int from, int to) {
        double left = mosaic.left(from);
        return new Box(
                left,
                0,
                mosaic.right(to - 1) - left,
                mosaic.top(mosaic.colours().height()));
    }

    private static void give(BiConsumer<Box, Rgb> squares, Box square, int argb) {
        if (argb != 0) {
            squares.accept(square, new Rgb(argb));
        }
    }
}

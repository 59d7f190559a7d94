package org.gatescope.ui.model;

import org.gatescope.format.FormatException;
import org.gatescope.format.found.Band;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.table.TableContent;

/**
 * The numbers of a tensor as a table.
 *
 * @param values row after row
 */
record TensorContent(double[] values, int rows, int columns, Scale scale, Palette palette) implements TableContent {
    /** Reads them. @throws FormatException if they cannot be read */
    static TensorContent of(NamedTensor tensor, Ground ground) throws FormatException {
        double[] values = tensor.values();
        return new TensorContent(
                values,
                Band.rows(tensor.dimensions()),
                Band.columns(tensor.dimensions()),
                Scale.of(values),
                Palette.of(Family.WEIGHTS, ground));
    }

    @Override
    public double value(int row, int column) {
        return values[row * columns + column];
    }

    @Override
    public String rowHeading(int row) {
        return String.valueOf(row);
    }

    @Override
    public String columnHeading(int column) {
        return String.valueOf(column);
    }

    @Override
    public int tint(int row, int column) {
        return palette.argb(scale.index(value(row, column)));
    }
}

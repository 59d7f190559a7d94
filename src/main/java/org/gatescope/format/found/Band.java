package org.gatescope.format.found;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.FullName;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;

/**
 * The part of a tensor that became a parameter, in the table that the tensor is when all but its last axis are its rows.
 *
 * @param parameter full name
 * @param row       the first one
 * @param column    the first one
 */
public record Band(String parameter, int row, int rows, int column, int columns) {
    /** Rows of that table: 1 for a tensor of one dimension. */
    public static int rows(Dimensions dimensions) {
        int columns = columns(dimensions);
        return columns == 0 ? 0 : dimensions.count() / columns;
    }

    /** Columns of that table. */
    public static int columns(Dimensions dimensions) {
        return dimensions.depth() == 0 ? 1 : dimensions.sizes().getLast();
    }

    /** All bands of a tensor, in the order of the network's parameters. */
    public static List<Band> of(NamedTensor tensor, FoundNetwork found) {
        List<Band> bands = new ArrayList<>();
        found.stored()
                .forEach((name, parameter) -> parameter.blocks().stream()
                        .filter(block -> block.tensor().name().equals(tensor.name()))
                        .forEach(block -> bands.add(of(name, parameter, block))));
        return bands;
    }

    /** Of one block of a parameter. */
    public static Band of(String name, StoredParameter parameter, Block block) {
        int columns = Math.max(1, columns(block.tensor().dimensions()));
        int lastRow = Math.max(0, parameter.rows() - 1);
        int lastColumn = Math.max(0, parameter.columns() - 1);
        int[] corners = {
            block.place(0, 0), block.place(lastRow, 0), block.place(0, lastColumn), block.place(lastRow, lastColumn)
        };
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int corner : corners) {
            top = Math.min(top, corner / columns);
            bottom = Math.max(bottom, corner / columns);
            left = Math.min(left, corner % columns);
            right = Math.max(right, corner % columns);
        }
        return new Band(name, top, bottom - top + 1, left, right - left + 1);
    }

    /** The parameter's name within its part, such as {@code Wx.f}. */
    public String local() {
        return FullName.of(parameter).local();
    }
}

package org.gatescope.picture.network;

import java.util.List;
import java.util.Optional;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.lane.TimeAxis;

/**
 * The unrolled network: names at the left, on the time axis the network itself, or where not all steps can be drawn in full,
 * all of them as thin columns and below a close-up of some.
 *
 * @param bands   of each layer's row, from the bottom to the top; none where there are no thin columns
 */
public record UnrolledPicture(NetworkScene scene, UnrolledLayout layout, List<ThinBand> bands) implements Picture {
    @Override
    public double width() {
        return TimeAxis.HEADING + layout.axis().width();
    }

    @Override
    public double height() {
        return layout.height();
    }

    @Override
    public void draw(Pen pen) {
        new UnrolledHeadings(layout, scene.colours()).draw(pen);
        pen.part(new Box(TimeAxis.HEADING, 0, layout.axis().width(), height()), 1, this::network);
    }

    private void network(Pen pen) {
        bands(pen);
        scene.marks().drawBelow(pen, layout, scene);
        new UnrolledDrawing(layout, scene).draw(pen);
        scene.marks().drawAbove(pen, layout, scene);
    }

    private void bands(Pen pen) {
        int place = 0;
        for (int row = 0; row < layout.rows().size() && place < bands.size(); row++) {
            if (layout.kind(row) == NetworkRow.Kind.LAYER) {
                bands.get(place++).draw(pen, layout.band(row));
            }
        }
    }

    /** What lies at a point: a cell, a number in it, an arrow, or a thin column, which stands for its layer's output. */
    public Optional<UnrolledHit> hit(double x, double y) {
        double within = x - TimeAxis.HEADING;
        if (within < 0) {
            return Optional.empty();
        }
        return layout.stretch().isLens() && y < layout.bands().bottom() + 1
                ? inBand(within, y)
                : Optional.ofNullable(UnrolledHit.at(layout, scene.numbers(), within, y));
    }

    private Optional<UnrolledHit> inBand(double x, double y) {
        for (int row = 0; row < layout.rows().size(); row++) {
            boolean isHere = layout.kind(row) == NetworkRow.Kind.LAYER
                    && y >= layout.band(row).y() - 1
                    && y < layout.band(row).bottom() + 1;
            if (isHere && layout.axis().covers(x)) {
                return Optional.of(new UnrolledHit(row, layout.axis().stepAt(x), null, 0));
            }
        }
        return Optional.empty();
    }
}

package org.gatescope.picture.network;

import org.gatescope.cell.Convention;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.TimeAxis;

/**
 * All steps of the unrolled network, each below its number and in a column that can be lit, for readers who scroll.
 *
 * @param scene without a playhead
 */
public record WholeNetwork(NetworkScene scene, UnrolledLayout layout) implements Picture {
    /** How wide a step is, in pixels. */
    private static final double COLUMN = 76;

    /** For the numbers of the steps. */
    private static final double TOP = 18;

    private static final double LETTERS = 10;

    /** @param steps at least 1 */
    public static WholeNetwork of(NetworkScene scene, int steps) {
        TimeAxis axis = new TimeAxis(steps, steps * COLUMN, COLUMN, 0);
        double height = UnrolledLayout.comfortableHeight(scene.rows(), false);
        return new WholeNetwork(scene, UnrolledLayout.of(scene.rows(), axis, 0, height, 0));
    }

    @Override
    public double width() {
        return TimeAxis.HEADING + layout.axis().width();
    }

    @Override
    public double height() {
        return TOP + layout.height();
    }

    @Override
    public void draw(Pen pen) {
        Box below = new Box(0, TOP, width(), layout.height());
        pen.part(
                below,
                1,
                headings ->
                        headings.named("headings", named -> new UnrolledHeadings(layout, scene.colours()).draw(named)));
        pen.part(new Box(TimeAxis.HEADING, 0, layout.axis().width(), height()), 1, this::steps);
        Box network = new Box(TimeAxis.HEADING, TOP, layout.axis().width(), layout.height());
        pen.part(network, 1, new UnrolledDrawing(layout, scene)::draw);
    }

    private void steps(Pen pen) {
        Tones tones = scene.colours().tones();
        for (int t = 0; t < layout.axis().steps(); t++) {
            Box column = new Box(layout.axis().left(t), 0, layout.stretch().column(), height());
            int step = t;
            String number = Integer.toString(t);
            pen.named("column|" + number, lit -> lit.fill(column, tones.highlight()));
            pen.named(
                    "step|" + number,
                    named -> named.text(
                            column.centreX(),
                            TOP - 5,
                            Integer.toString(Convention.counted(step)),
                            new Lettering(Typeface.TEXT, LETTERS, tones.muted(), Anchor.CENTRE)));
        }
    }
}

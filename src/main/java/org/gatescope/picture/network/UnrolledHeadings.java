package org.gatescope.picture.network;

import org.gatescope.cell.Convention;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.text.Texts;

/** Draws the names of the rows, left of the time axis. */
public record UnrolledHeadings(UnrolledLayout layout, UnrolledColours colours) {
    private static final Texts TEXTS = Texts.of(UnrolledHeadings.class);
    private static final double LEFT = 14;
    private static final double SIZE = 11.5;
    /** From an output to its target. */
    private static final double LINE = 15;

    /** Draws them from 0 to the time axis. */
    public void draw(Pen pen) {
        for (int row = 0; row < layout.rows().size(); row++) {
            NetworkRow named = layout.rows().get(row);
            if (layout.isBeside(row)) {
                continue;
            }
            boolean isLayer = named.kind() == NetworkRow.Kind.LAYER;
            Typeface face = isLayer ? Typeface.BOLD : Typeface.TEXT;
            var colour = isLayer ? colours.tones().text() : colours.tones().muted();
            boolean hasTarget = hasTarget(row);
            double middle = layout.tops()[row] + layout.heights()[row] / 2 - (hasTarget ? LINE / 2 : 0);
            Lettering lettering = new Lettering(face, SIZE, colour, Anchor.LEFT);
            String text = pen.measure().shortened(name(row), lettering, TimeAxis.HEADING - LEFT - 4);
            pen.text(LEFT, Math.rint(middle + SIZE * 0.36), text, lettering);
            if (hasTarget) {
                Lettering small = new Lettering(Typeface.TEXT, SIZE - 1, colour, Anchor.LEFT);
                pen.text(LEFT, Math.rint(middle + SIZE * 0.36) + LINE, TEXTS.get("target"), small);
            }
        }
        if (layout.stretch().isLens()) {
            Lettering small =
                    new Lettering(Typeface.TEXT, SIZE - 1, colours.tones().muted(), Anchor.LEFT);
            double top = layout.frame().y();
            VisibleSteps steps = layout.stretch();
            pen.text(LEFT, layout.bands().y() + 8, TEXTS.get("band"), small);
            pen.text(LEFT, top - 2, TEXTS.get("close-up"), small);
            pen.text(
                    LEFT,
                    top + 12,
                    TEXTS.get("close-up.steps", Convention.counted(steps.from()), Convention.counted(steps.to() - 1)),
                    small);
        }
    }

    /** Below what is read out stands what should be. */
    private boolean hasTarget(int row) {
        return layout.rows().get(row).kind() == NetworkRow.Kind.OUTPUT
                && !layout.isShared(row)
                && layout.rows().stream().anyMatch(other -> other.kind() == NetworkRow.Kind.LOSS);
    }

    private String name(int index) {
        NetworkRow row = layout.rows().get(index);
        if (layout.isShared(index)) {
            return TEXTS.get("output.loss");
        }
        if (row.kind() != NetworkRow.Kind.LAYER) {
            return word(row.kind());
        }
        boolean both = layout.rowsOf(row.level()).size() > 1;
        return TEXTS.get("layer", row.level()) + (both ? row.reversed() ? " ←" : " →" : "");
    }

    /** What rows that are no layers are called. */
    public static String word(NetworkRow.Kind kind) {
        return switch (kind) {
            case INPUT -> TEXTS.get("input");
            case OUTPUT -> TEXTS.get("output");
            case LOSS -> TEXTS.get("loss");
            case LAYER -> throw new IllegalArgumentException("layers are numbered");
        };
    }
}

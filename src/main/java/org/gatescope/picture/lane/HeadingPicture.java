package org.gatescope.picture.lane;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.TypesetFormula;

/** What stands left of a lane: its name, what it is, its scale with a legend. Shows as much of it as its height allows. */
public record HeadingPicture(
        TypesetFormula name, String subtitle, Scale scale, Palette palette, Tones tones, double width, double height)
        implements Picture {
    /** Left of it is room for a button. In pixels. */
    public static final double INDENT = 14;

    /** The size that its name is set in, in pixels. */
    public static final double NAME_LETTERS = 16;

    private static final double LETTERS = 10.5;
    private static final double LINE = 13;
    private static final double BASELINE = 11;
    private static final double RIGHT = 2;
    private static final double LIMITS_FROM = 34;
    private static final double LEGEND_FROM = 44;
    private static final double SUBTITLE_FROM = LaneHeights.HEADING - 2;

    /** The same for other room. */
    public HeadingPicture resized(double newWidth, double newHeight) {
        return new HeadingPicture(name, subtitle, scale, palette, tones, newWidth, newHeight);
    }

    /** Where its name begins, in pixels. */
    public double top() {
        double free = height - Math.ceil(name.ascent()) - Math.ceil(name.descent());
        return Math.clamp(Math.floor(free / 2), 0, 2);
    }

    /** The baseline of its name, in pixels. */
    public double baseline() {
        return top() + Math.ceil(name.ascent());
    }

    /** Where the line with its limits is, in pixels; below everything if there is no room for it. */
    public double limitsLine() {
        return height >= LIMITS_FROM ? baseline() + Math.ceil(name.descent()) + LINE : height;
    }

    @Override
    public void draw(Pen pen) {
        pen.formula(INDENT, baseline(), name, tones.text());
        double y = baseline() + Math.ceil(name.descent());
        if (height >= SUBTITLE_FROM) {
            line(pen, y, subtitle);
            y += LINE;
        }
        if (height >= LIMITS_FROM) {
            line(pen, y, LaneScales.limits(scale));
            y += LINE;
        }
        if (height >= LEGEND_FROM) {
            LegendPicture legend = new LegendPicture(palette, scale, tones, room());
            pen.part(new Box(INDENT, y, legend.width(), legend.height()), 1, legend::draw);
        }
    }

    private double room() {
        return width - INDENT - RIGHT;
    }

    private void line(Pen pen, double y, String text) {
        Lettering small = new Lettering(Typeface.TEXT, LETTERS, tones.muted(), Anchor.LEFT);
        pen.text(INDENT, y + BASELINE, pen.measure().shortened(text, small, room()), small);
    }
}

package org.gatescope.picture.table;

import java.util.HashMap;
import java.util.Map;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;

/** Letters whose digits and signs all take the same room, set one by one where the font itself does not see to it. */
public final class GridFigures {
    private static final String DIGITS = "0123456789";
    private static final String SIGNS = "+\u2212";
    private static final int REMEMBERED = 4096;

    private final double size;
    private final Measure measure;
    private final Map<String, Double> widths = new HashMap<>();
    private final double pitch;
    private final double signPitch;
    private final boolean proportional;
    private final double rise;

    /** @param size of the letters, in pixels */
    public GridFigures(double size, Measure measure) {
        this.size = size;
        this.measure = measure;
        pitch = widest(DIGITS);
        signPitch = widest(SIGNS);
        proportional = DIGITS.chars().anyMatch(digit -> pitch - width(digit) > 0.01);
        rise = measure.digitHeight(Typeface.TEXT, size);
    }

    /** The letters of all that stands in a table, from their left end on. */
    Lettering lettering(Rgb colour) {
        return new Lettering(Typeface.TEXT, size, colour, Anchor.LEFT);
    }

    /** Of the letters, in pixels. */
    public double size() {
        return size;
    }

    /** Width of a digit, in pixels. */
    public double pitch() {
        return pitch;
    }

    /** Height of a digit above its baseline. */
    double rise() {
        return rise;
    }

    /** Width of running text, in pixels. */
    public double width(String text) {
        Double known = widths.get(text);
        if (known != null) {
            return known;
        }
        if (widths.size() > REMEMBERED) {
            widths.clear();
        }
        double width = measure.width(text, Typeface.TEXT, size);
        widths.put(text, width);
        return width;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    String fitted(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length() - 1;
        while (end > 0 && width(text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Width of a number in tabular figures. */
    public double numberWidth(String number) {
        double width = 0;
        for (int i = 0; i < number.length(); i++) {
            width += advance(number.charAt(i));
        }
        return width;
    }

    /** Draws a number that ends at {@code right}; smaller if there is too little room for it. */
    void draw(Pen pen, String number, double right, double baseline, double room, Rgb colour) {
        double width = numberWidth(number);
        Lettering lettering = lettering(colour);
        if (width > room) {
            double smaller = size * Math.max(0, room) / width;
            pen.text(right - room, baseline, number, new Lettering(Typeface.TEXT, smaller, colour, Anchor.LEFT));
        } else if (proportional) {
            oneByOne(pen, number, right - width, baseline, lettering);
        } else {
            pen.text(right - width, baseline, number, lettering);
        }
    }

    private void oneByOne(Pen pen, String number, double left, double baseline, Lettering lettering) {
        double x = left;
        for (int i = 0; i < number.length(); i++) {
            String figure = number.substring(i, i + 1);
            double advance = advance(number.charAt(i));
            pen.text(x + (advance - width(figure)) / 2, baseline, figure, lettering);
            x += advance;
        }
    }

    private double advance(char figure) {
        return DIGITS.indexOf(figure) >= 0 ? pitch : SIGNS.indexOf(figure) >= 0 ? signPitch : width(figure);
    }

    private double widest(String characters) {
        return characters.chars().mapToDouble(this::width).max().orElse(0);
    }

    private double width(int character) {
        return width(Character.toString(character));
    }
}

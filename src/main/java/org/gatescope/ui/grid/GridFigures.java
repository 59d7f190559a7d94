package org.gatescope.ui.grid;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.theme.Fonts;

/** A font whose digits and signs all take the same room, set one by one where the font itself does not see to it. */
final class GridFigures {
    private static final String DIGITS = "0123456789";
    private static final String SIGNS = "+\u2212";
    private static final int REMEMBERED = 4096;

    private final Font font;
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private final double pitch;
    private final double signPitch;
    private final boolean proportional;
    private final double rise;

    GridFigures(double size) {
        font = Fonts.of(Typeface.TEXT, size);
        ruler.setFont(font);
        pitch = widest(DIGITS);
        signPitch = widest(SIGNS);
        proportional = DIGITS.chars().anyMatch(digit -> pitch - width(digit) > 0.01);
        ruler.setBoundsType(TextBoundsType.VISUAL);
        ruler.setText("0");
        rise = ruler.getLayoutBounds().getHeight();
        ruler.setBoundsType(TextBoundsType.LOGICAL);
    }

    /** The letters of all that stands in a table, from their left end on. */
    Lettering lettering(Rgb colour) {
        return new Lettering(Typeface.TEXT, font.getSize(), colour, Anchor.LEFT);
    }

    Font font() {
        return font;
    }

    double size() {
        return font.getSize();
    }

    /** Width of a digit. */
    double pitch() {
        return pitch;
    }

    /** Height of a digit above its baseline. */
    double rise() {
        return rise;
    }

    /** Width of running text. */
    double width(String text) {
        Double known = widths.get(text);
        if (known != null) {
            return known;
        }
        if (widths.size() > REMEMBERED) {
            widths.clear();
        }
        ruler.setText(text);
        double width = ruler.getLayoutBounds().getWidth();
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
    double numberWidth(String number) {
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
            double size = font.getSize() * Math.max(0, room) / width;
            pen.text(right - room, baseline, number, new Lettering(Typeface.TEXT, size, colour, Anchor.LEFT));
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

package org.gatescope.format.figure;

import java.util.Locale;
import org.gatescope.picture.Box;
import org.gatescope.picture.Rgb;

/** An element of an SVG file as it is written: its attributes one after another, then what it holds. */
final class SvgElement {
    private final StringBuilder out;
    private final String name;

    SvgElement(StringBuilder out, String name) {
        this.out = out;
        this.name = name;
        out.append('<').append(name);
    }

    SvgElement set(String attribute, String value) {
        out.append(' ').append(attribute).append("=\"").append(value).append('"');
        return this;
    }

    SvgElement set(String attribute, double value) {
        return set(attribute, number(value));
    }

    SvgElement box(Box box) {
        return set("x", box.x())
                .set("y", box.y())
                .set("width", Math.max(0, box.width()))
                .set("height", Math.max(0, box.height()));
    }

    SvgElement fill(Rgb colour) {
        return colour("fill", colour);
    }

    SvgElement stroke(Rgb colour, double width) {
        return set("fill", "none").colour("stroke", colour).set("stroke-width", width);
    }

    private SvgElement colour(String attribute, Rgb colour) {
        set(attribute, String.format(Locale.ROOT, "#%06x", colour.argb() & 0xffffff));
        return colour.opacity() == 1 ? this : set(attribute + "-opacity", colour.opacity());
    }

    void begin() {
        out.append('>');
    }

    void containing(String text) {
        out.append('>').append(text).append("</").append(name).append(">\n");
    }

    void end() {
        out.append("/>\n");
    }

    /** With three decimals at most: a thousandth of a pixel. */
    static String number(double value) {
        long thousandths = Math.round(value * 1000);
        String digits =
                Long.toString(Math.abs(thousandths) % 1000 + 1000).substring(1).replaceAll("0+$", "");
        return (thousandths < 0 ? "-" : "") + Math.abs(thousandths) / 1000 + (digits.isEmpty() ? "" : "." + digits);
    }

    /** As XML may have it: what it has no place for, such as control characters, becomes the replacement character. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(point) ? point : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xd7ff
                || point >= 0xe000 && point <= 0xfffd
                || point >= 0x10000;
    }
}

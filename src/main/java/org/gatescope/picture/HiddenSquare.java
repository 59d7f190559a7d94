package org.gatescope.picture;

/** A square whose number is to be predicted: a question mark on the colour of a panel, as large as there is room for. */
public final class HiddenSquare {
    /** What stands in the place of a number. */
    public static final String MARK = "?";

    private static final double LEAST = 7;
    private static final double LARGEST = 18;

    private HiddenSquare() {}

    /** @param box of the square */
    public static void draw(Pen pen, Box box, Tones tones) {
        pen.fill(box, tones.faintBorder());
        double size = Math.min(LARGEST, Math.floor(Math.min(box.height() * 0.85, box.width() * 1.2)));
        if (size >= LEAST) {
            pen.text(
                    box.centreX(),
                    Math.rint(box.centreY() + 0.36 * size),
                    MARK,
                    new Lettering(Typeface.BOLD, size, tones.text(), Anchor.CENTRE));
        }
    }
}

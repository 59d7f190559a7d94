package org.gatescope.ui.paint;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are. */
public final class Lettered {
    private static final String MORE = "…";

    private Lettered() {}

    /** In pixels. */
    public static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    /** The text, or as much of its beginning as fits, with an ellipsis; empty where not even one letter would. */
    public static String shortened(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        for (int end = text.offsetByCodePoints(text.length(), -1); end > 0; end = text.offsetByCodePoints(end, -1)) {
            String part = text.substring(0, end) + MORE;
            if (width(part, font) <= room) {
                return part;
            }
        }
        return "";
    }
}

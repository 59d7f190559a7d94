package org.gatescope.ui.paint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.theme.Fonts;

/**
 * How much room texts take on the screen. On JavaFX's thread, which alone may shape
 * texts. JavaFX lays out each text to measure it, and pictures ask for the same ones again and again: the latest answers
 * are kept.
 */
public final class ScreenMeasure implements Measure {
    private static final int MOST = 4000;
    private static final String DIGIT = "0";

    private static final Map<Asked, Double> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Double> eldest) {
            return size() > MOST;
        }
    });

    /** @param bounds visual ones for the height, logical ones for the width */
    private record Asked(String text, Typeface face, double size, TextBoundsType bounds) {
        Text laidOut() {
            Text laidOut = new Text(text);
            laidOut.setFont(Fonts.of(face, size));
            laidOut.setBoundsType(bounds);
            return laidOut;
        }
    }

    @Override
    public double width(String text, Typeface face, double size) {
        return KNOWN.computeIfAbsent(
                new Asked(text, face, size, TextBoundsType.LOGICAL),
                asked -> asked.laidOut().getLayoutBounds().getWidth());
    }

    @Override
    public double digitHeight(Typeface face, double size) {
        return KNOWN.computeIfAbsent(
                new Asked(DIGIT, face, size, TextBoundsType.VISUAL),
                asked -> asked.laidOut().getLayoutBounds().getHeight());
    }
}

package org.gatescope.ui.paint;

import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.theme.Fonts;

/** How much room texts take on the screen. On any thread. */
public final class ScreenMeasure implements Measure {
    @Override
    public double width(String text, Typeface face, double size) {
        Text measured = new Text(text);
        measured.setFont(Fonts.of(face, size));
        return measured.getLayoutBounds().getWidth();
    }

    @Override
    public double digitHeight(Typeface face, double size) {
        Text digit = new Text("0");
        digit.setFont(Fonts.of(face, size));
        digit.setBoundsType(TextBoundsType.VISUAL);
        return digit.getLayoutBounds().getHeight();
    }
}

package org.gatescope.ui.paint;

import javafx.scene.text.Text;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.theme.Fonts;

/** How wide texts are on the screen. On any thread. */
public final class ScreenMeasure implements Measure {
    @Override
    public double width(String text, Typeface face, double size) {
        Text measured = new Text(text);
        measured.setFont(Fonts.of(face, size));
        return measured.getLayoutBounds().getWidth();
    }
}

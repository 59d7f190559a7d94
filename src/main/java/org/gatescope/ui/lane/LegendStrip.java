package org.gatescope.ui.lane;

import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gatescope.picture.Box;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Raster;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** The colours of a lane from low to high between their signs, so that + and − need no remembering. */
final class LegendStrip extends HBox {
    private static final double HEIGHT = 5;

    private final Canvas canvas = new Canvas(44, HEIGHT);
    private final Label low = new Label();
    private final Label high = new Label();
    private @Nullable Palette shown;

    LegendStrip() {
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(3);
        getChildren().addAll(low, canvas, high);
    }

    /** Drawn only when it changes: each run shows its lanes' headings anew. */
    @SuppressWarnings("ReferenceEquality") // a palette never changes
    void show(Palette palette, boolean signed) {
        low.setText(signed ? "−" : "0");
        high.setText(signed ? "+" : "1");
        if (palette != shown) {
            shown = palette;
            draw(palette);
        }
    }

    private void draw(Palette palette) {
        new CanvasPen(canvas).raster(new Box(0, 0, canvas.getWidth(), HEIGHT), Raster.of(palette));
    }
}

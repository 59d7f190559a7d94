package org.gatescope.ui.settings;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where the window is and how large, in screen units.
 *
 * @param maximized whether it fills the screen; the rest is then what it goes back to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final double LEAST_SIZE = 100;
    private static final double FAR = 1e6;

    public WindowPlace {
        if (!(Math.abs(x) < FAR && Math.abs(y) < FAR && isSize(width) && isSize(height))) {
            throw new IllegalArgumentException("No window can be at " + x + ", " + y + " of " + width + " × " + height);
        }
    }

    /**
     * This place, brought back onto the screens there are: onto the one it overlaps most (the first, if none), no larger
     * than that and wholly inside of it.
     *
     * @param screens the visual bounds of the screens, the primary one first; at least one
     */
    public WindowPlace within(List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(this::overlap))
                .filter(best -> overlap(best) > 0)
                .orElse(screens.getFirst());
        double fitWidth = Math.min(width, screen.getWidth());
        double fitHeight = Math.min(height, screen.getHeight());
        return new WindowPlace(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - fitWidth),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - fitHeight),
                fitWidth,
                fitHeight,
                maximized);
    }

    private double overlap(Rectangle2D screen) {
        double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
        return Math.max(across, 0) * Math.max(down, 0);
    }

    private static boolean isSize(double length) {
        return length >= LEAST_SIZE && length < FAR;
    }
}

package org.gatescope.ui;

import java.util.List;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gatescope.ui.settings.Settings;
import org.gatescope.ui.settings.WindowPlace;

/** Where the stages of windows stand on the screens. */
final class Stages {
    /** From one window to the next, in pixels, so that both are seen. */
    private static final double APART = 32;

    private Stages() {}

    /** Where the last window was, or beside those that are open. */
    static void place(Stage stage, Settings settings, List<Stage> others) {
        WindowPlace place = settings.window();
        if (!others.isEmpty()) {
            Stage last = others.getLast();
            put(
                    stage,
                    onScreen(new WindowPlace(
                            last.getX() + APART, last.getY() + APART, last.getWidth(), last.getHeight(), false)));
        } else if (place != null) {
            put(stage, onScreen(place));
            stage.setMaximized(place.maximized());
        }
    }

    /** A window system may add a frame that hangs over the edge. */
    static void keepOnScreen(Stage stage) {
        if (!stage.isMaximized()) {
            WindowPlace now = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
            WindowPlace inside = onScreen(now);
            if (!inside.equals(now)) {
                put(stage, inside);
            }
        }
    }

    /** @return settings with this place */
    static Settings remembered(Settings before, Stage stage) {
        WindowPlace now = before.window();
        if (stage.isMaximized() && now != null) {
            return before.withWindow(new WindowPlace(now.x(), now.y(), now.width(), now.height(), true));
        }
        return before.withWindow(
                new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }

    private static WindowPlace onScreen(WindowPlace place) {
        return place.within(
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    }

    private static void put(Stage stage, WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }
}

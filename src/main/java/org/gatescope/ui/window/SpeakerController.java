package org.gatescope.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.gatescope.lesson.Place;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.projector.SpeakerPanel;
import org.jspecify.annotations.Nullable;

/** Where there is a second screen: the projected window goes there, and notes for whoever speaks stand on the first. */
final class SpeakerController {
    private static final Texts TEXTS = Texts.of(SpeakerController.class);
    private static final double NANOSECONDS = 1e9;
    /** Of a screen, that the notes take up. */
    private static final double SHARE = 0.8;

    private final Desk desk;
    private final Consumer<Place> go;
    private final Runnable leave;
    private Supplier<List<Rectangle2D>> screens =
            () -> Screen.getScreens().stream().map(Screen::getBounds).toList();
    private @Nullable Stage notes;

    /**
     * @param go    leads to the place of a link in the notes
     * @param leave when their window is closed
     */
    SpeakerController(Desk desk, Consumer<Place> go, Runnable leave) {
        this.desk = desk;
        this.go = go;
        this.leave = leave;
    }

    /** @param found asked for the screens that there are */
    void setScreens(Supplier<List<Rectangle2D>> found) {
        screens = found;
    }

    /** The first screen that the window does not stand on; empty where there is but one. */
    private Optional<Rectangle2D> other(Stage stage, List<Rectangle2D> all) {
        Rectangle2D own = own(stage, all);
        return all.stream().filter(screen -> !screen.equals(own)).findFirst();
    }

    private static Rectangle2D own(Stage stage, List<Rectangle2D> all) {
        double x = stage.getX() + stage.getWidth() / 2;
        double y = stage.getY() + stage.getHeight() / 2;
        return all.stream().filter(screen -> screen.contains(x, y)).findFirst().orElse(all.getFirst());
    }

    /**
     * Moves the window to another screen and opens the notes where it stood.
     *
     * @param keys what is projected, which has the keys that are typed into the notes, too
     * @return takes both back; nothing where there is one screen
     */
    Subscription project(Stage stage, Node keys) {
        List<Rectangle2D> all = screens.get();
        if (all.size() < 2) {
            return Subscription.EMPTY;
        }
        Rectangle2D own = own(stage, all);
        double x = stage.getX();
        double y = stage.getY();
        boolean wasMaximized = stage.isMaximized();
        stage.setMaximized(false); // or it stays on its screen
        other(stage, all).ifPresent(screen -> {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
        });
        Subscription follows = open(own, keys);
        return () -> {
            follows.unsubscribe();
            stage.setX(x);
            stage.setY(y);
            stage.setMaximized(wasMaximized);
        };
    }

    private Subscription open(Rectangle2D screen, Node keys) {
        long begun = System.nanoTime();
        SpeakerPanel panel = new SpeakerPanel(desk, go, PositionText::of, PositionText::formula, () ->
                (long) ((System.nanoTime() - begun) / NANOSECONDS));
        Stage opened = new Stage();
        Scene scene = new Scene(panel, screen.getWidth() * SHARE, screen.getHeight() * SHARE);
        scene.addEventFilter(KeyEvent.ANY, event -> {
            Event.fireEvent(keys, event.copyFor(keys, keys));
            event.consume();
        });
        Subscription colour = desk.theme()
                .subscribe(theme -> scene.setFill(ScreenColour.of(theme.tones().window())));
        opened.setScene(scene);
        opened.setTitle(TEXTS.get("speaker.title"));
        opened.setX(screen.getMinX() + screen.getWidth() * (1 - SHARE) / 2);
        opened.setY(screen.getMinY() + screen.getHeight() * (1 - SHARE) / 2);
        opened.setOnHidden(event -> {
            colour.unsubscribe();
            panel.close();
            if (notes != null) {
                notes = null;
                leave.run();
            }
        });
        notes = opened;
        opened.show();
        return () -> {
            notes = null;
            opened.hide();
        };
    }
}

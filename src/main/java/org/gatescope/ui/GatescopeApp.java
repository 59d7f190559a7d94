package org.gatescope.ui;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.settings.Settings;
import org.gatescope.ui.settings.SettingsFile;
import org.gatescope.ui.settings.WindowPlace;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.MainWindow;

/** The window as a JavaFX application. */
public final class GatescopeApp extends Application {
    private static final Texts TEXTS = Texts.of(GatescopeApp.class);
    private static final String PANELS = "panels";
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 480;

    /** Its own: an edit waits for no other work than its own run. */
    private final ExecutorService runs = Executors.newSingleThreadExecutor(task -> daemon(task, "runs"));

    /** What is worked out beside the numbers; two threads, so that a long check does not keep all others waiting. */
    private final ExecutorService background = Executors.newFixedThreadPool(2, task -> daemon(task, "background"));

    /** Its own: a training keeps it busy for as long as it runs. */
    private final ExecutorService training = Executors.newSingleThreadExecutor(task -> daemon(task, "training"));

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws NoDisplayException where there is no display that a window could open on
     */
    public static void open() throws NoDisplayException {
        try {
            launch(GatescopeApp.class);
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(TEXTS.get("no-display"), e);
        }
    }

    @Override
    public void start(Stage stage) {
        SettingsFile file = SettingsFile.ofUser();
        SettingsFile.Loaded loaded = file.load();
        Settings settings = loaded.settings();
        Workbench workbench = new Workbench(Example.AGREEMENT.session(), runs, Platform::runLater);
        workbench.move(Example.AGREEMENT::placed);
        Desk desk = Desk.over(workbench, new Background(background, Platform::runLater), settings.theme());
        MainWindow window = new MainWindow(desk, training, OwnCells.ofUser(), arrangement(settings));
        window.restore(settings.choices());
        loaded.notice().ifPresent(desk.notices()::tell);
        Thread.setDefaultUncaughtExceptionHandler((thread, failed) -> Platform.runLater(() -> window.tell(failed)));
        stage.setTitle(TEXTS.get("title"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Scene scene = new Scene(window.root(), 1280, 800);
        scene.setFill(ScreenColour.of(desk.tones().window())); // until the first frame
        stage.setScene(scene);
        place(stage, settings);
        stage.setOnHiding(event -> {
            save(file, remembered(settings, stage, desk.theme().get(), window));
            window.close();
        });
        scene.snapshot(null); // draws it all once: a window is black until its first frame
        stage.setOnShown(event -> Platform.runLater(() -> keepOnScreen(stage))); // its frame is known by then
        stage.show();
        window.root().requestFocus();
    }

    @Override
    public void stop() {
        runs.shutdownNow();
        background.shutdownNow();
        training.shutdownNow();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void place(Stage stage, Settings settings) {
        WindowPlace place = settings.window();
        if (place != null) {
            put(stage, onScreen(place));
            stage.setMaximized(place.maximized());
        }
    }

    /** A window system may add a frame that hangs over the edge. */
    private static void keepOnScreen(Stage stage) {
        if (!stage.isMaximized()) {
            WindowPlace now = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
            WindowPlace inside = onScreen(now);
            if (!inside.equals(now)) {
                put(stage, inside);
            }
        }
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

    private static Arrangement arrangement(Settings settings) {
        List<Double> dividers = settings.dividers().getOrDefault(MainWindow.SPLIT, List.of());
        return settings.choice(PANELS)
                .map(panels -> Arrangement.of(dividers, panels))
                .orElse(Arrangement.FIRST);
    }

    private static Settings remembered(Settings before, Stage stage, Theme theme, MainWindow window) {
        Arrangement arrangement = window.arrangement();
        Settings settings = before.withTheme(theme)
                .withDividers(MainWindow.SPLIT, arrangement.dividers())
                .withChoice(PANELS, arrangement.panels())
                .withChoices(window.remembered());
        WindowPlace now = before.window();
        if (stage.isMaximized() && now != null) {
            return settings.withWindow(new WindowPlace(now.x(), now.y(), now.width(), now.height(), true));
        }
        return settings.withWindow(
                new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }

    /** Where the folder cannot be written to, the next start is as the last; nothing else is lost. */
    private static void save(SettingsFile file, Settings settings) {
        try {
            file.save(settings);
        } catch (IOException e) {
            System.err.println(TEXTS.get("settings.unsaved", String.valueOf(e.getMessage())));
        }
    }
}

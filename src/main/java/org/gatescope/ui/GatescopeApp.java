package org.gatescope.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.gatescope.text.Texts;
import org.gatescope.ui.file.WindowChoosers;
import org.gatescope.ui.settings.SettingsFile;

/** The app: a window for each file, or one with an example to begin with. */
public final class GatescopeApp extends Application {
    private static final Texts TEXTS = Texts.of(GatescopeApp.class);

    /**
     * Opens the windows and returns when all are closed.
     *
     * @param files sessions to open
     * @throws NoDisplayException where there is no display that a window could open on
     */
    public static void open(List<Path> files) throws NoDisplayException {
        try {
            launch(
                    GatescopeApp.class,
                    files.stream().map(file -> file.toAbsolutePath().toString()).toArray(String[]::new));
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(TEXTS.get("no-display"), e);
        }
    }

    @Override
    public void start(Stage stage) {
        AppWindows windows = new AppWindows(SettingsFile.ofUser(), WindowChoosers::new);
        Thread.setDefaultUncaughtExceptionHandler((thread, failed) -> windows.tell(failed));
        windows.start(stage, getParameters().getRaw().stream().map(Path::of).toList());
    }
}

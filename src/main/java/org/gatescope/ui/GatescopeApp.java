package org.gatescope.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.gatescope.text.Texts;
import org.gatescope.ui.theme.Theme;

/** The window as a JavaFX application. */
public final class GatescopeApp extends Application {
    private static final Texts TEXTS = Texts.of(GatescopeApp.class);

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
        Theme.LIGHT.apply();
        stage.setTitle(TEXTS.get("title"));
        stage.setScene(new Scene(new BorderPane(), 1280, 800));
        stage.show();
    }
}

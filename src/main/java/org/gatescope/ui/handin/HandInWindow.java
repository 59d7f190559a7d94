package org.gatescope.ui.handin;

import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.window.ScaledPane;

/** The page of what was handed in, in a window of its own. */
public final class HandInWindow {
    private static final Texts TEXTS = Texts.of(HandInWindow.class);
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private HandInWindow() {}

    /**
     * Shows it.
     *
     * @param desk of the window that it is asked for in
     * @param host what the page asks, over its window
     */
    public static Stage open(Desk desk, Function<Stage, HandInPage.Host> host) {
        Stage stage = new Stage();
        HandInPage page = new HandInPage(host.apply(stage), desk.background());
        ScaledPane scaled = new ScaledPane(page);
        scaled.percentProperty().bindBidirectional(desk.percent());
        Shortcuts keys = new Shortcuts();
        scaled.addShortcuts(keys);
        keys.listenOn(scaled);
        Scene scene = new Scene(scaled, WIDTH, HEIGHT);
        Subscription follows = desk.theme()
                .subscribe(theme -> scene.setFill(ScreenColour.of(theme.tones().window())));
        stage.setOnHidden(event -> {
            follows.unsubscribe();
            page.close();
        });
        stage.setTitle(TEXTS.get("window"));
        stage.setScene(scene);
        stage.show();
        return stage;
    }
}

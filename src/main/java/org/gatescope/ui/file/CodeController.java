package org.gatescope.ui.file;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.session.Run;
import org.gatescope.text.Texts;
import org.gatescope.ui.code.CodePanel;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.window.ScaledPane;
import org.jspecify.annotations.Nullable;

/** Shows the session as a program, in a window beside the one that it belongs to. There is one at most. */
final class CodeController {
    private static final Texts TEXTS = Texts.of(CodeController.class);
    private static final double WIDTH = 800;
    private static final double HEIGHT = 900;
    /** Of the window that one plays in, from its lower edge: its transport bar stays in sight. */
    private static final double BELOW = 96;

    private static final double LEAST = 300;
    private static final double WHOLE = 100;

    private final Desk desk;
    private final Consumer<Shortcuts> playback;
    private final Save save;
    private CodeTarget target = CodeTarget.NUMPY;
    private @Nullable Stage stage;

    /** Who is told what became of a file. */
    interface Said {
        void done(String sentence);

        void refused(String sentence);
    }

    /** Asks for the file that a program is to be written to, and writes it. */
    interface Save {
        void save(Window asking, Run run, CodeTarget target, Said said);
    }

    /** @param playback adds the keys that play the session */
    CodeController(Desk desk, Consumer<Shortcuts> playback, Save save) {
        this.desk = desk;
        this.playback = playback;
        this.save = save;
    }

    /** Opens the window, or brings it to the front. @param name of the session, now and later */
    void show(Window owner, ObservableValue<String> name) {
        Stage known = stage;
        if (known != null) {
            known.toFront();
            known.requestFocus();
            return;
        }
        Stage opened = new Stage();
        stage = opened;
        CodePanel panel = new CodePanel(desk, target);
        panel.setOnSave((run, chosen) -> save.save(opened, run, chosen, saidIn(panel)));
        Scene scene = new Scene(scaled(panel, opened));
        Subscription follows = desk.theme()
                .subscribe(theme -> scene.setFill(ScreenColour.of(theme.tones().window())))
                .and(name.subscribe(now -> opened.setTitle(TEXTS.get("code.title", now))));
        opened.setOnHidden(event -> {
            target = panel.target();
            stage = null;
            follows.unsubscribe();
            panel.close();
        });
        opened.initOwner(owner); // stays in front of the window that one plays in
        opened.setScene(scene);
        place(opened, owner);
        opened.show();
        panel.begin();
    }

    private static Said saidIn(CodePanel panel) {
        return new Said() {
            @Override
            public void done(String sentence) {
                panel.tell(sentence);
            }

            @Override
            public void refused(String sentence) {
                panel.refuse(sentence);
            }
        };
    }

    /** As large as the window beside it, and by the same keys, those of playback included. */
    private ScaledPane scaled(CodePanel panel, Stage own) {
        ScaledPane scaled = new ScaledPane(panel);
        scaled.percentProperty().bindBidirectional(desk.percent());
        Shortcuts keys = new Shortcuts();
        panel.addShortcuts(keys);
        keys.everywhere(own::hide, KeyCode.W, KeyCombination.SHORTCUT_DOWN);
        scaled.addShortcuts(keys);
        playback.accept(keys);
        keys.listenOn(scaled);
        return scaled;
    }

    /** Over the right of the window that one plays in, or beside it where the screen has room, above its transport bar. */
    private void place(Stage own, Window owner) {
        double factor = desk.percent().get() / WHOLE;
        Rectangle2D room = screen(owner).getVisualBounds();
        double bottom = Math.min(room.getMaxY(), owner.getY() + owner.getHeight() - BELOW * factor);
        own.setWidth(Math.min(WIDTH * factor, room.getWidth()));
        own.setHeight(Math.clamp(bottom - owner.getY(), Math.min(LEAST, room.getHeight()), HEIGHT * factor));
        own.setX(Math.min(owner.getX() + owner.getWidth(), room.getMaxX() - own.getWidth()));
        own.setY(Math.max(room.getMinY(), owner.getY()));
    }

    private static Screen screen(Window owner) {
        return Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                .findFirst()
                .orElse(Screen.getPrimary());
    }

    void close() {
        if (stage != null) {
            stage.hide();
        }
    }
}

package org.gatescope.ui.window;

import javafx.scene.Scene;
import org.gatescope.format.session.SavedSession;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;

/**
 * A window that no screen shows, as it was saved: pictures are made of it. It computes at once whatever it shows. On JavaFX's
 * thread.
 */
public record HiddenWindow(Workbench workbench, MainWindow window, Scene scene) {
    /** @param width of the window in pixels; so is its {@code height} */
    public static HiddenWindow of(SavedSession saved, Theme theme, double width, double height) {
        Workbench workbench = new Workbench(saved.session(), Runnable::run, Runnable::run);
        workbench.move(now -> now.at(saved.position()));
        Desk desk = Desk.over(workbench, Background.atOnce(), theme);
        desk.lesson().set(saved.lesson());
        MainWindow window = new MainWindow(
                desk,
                Runnable::run,
                OwnCells.ofUser(),
                Arrangement.of(saved.view()).orElse(Arrangement.FIRST));
        Scene scene = new Scene(window.root(), width, height);
        window.show(saved.view());
        window.debugging().breakpoints().setAll(saved.breakpoints());
        window.debugging().watches().setAll(saved.watches());
        return new HiddenWindow(workbench, window, scene);
    }
}

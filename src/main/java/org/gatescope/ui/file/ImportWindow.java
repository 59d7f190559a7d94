package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.model.ImportPage;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.window.ScaledPane;

/** The page on which a model file is looked at, in a window of its own. */
final class ImportWindow implements ImportPage.Host {
    private static final Texts TEXTS = Texts.of(ImportWindow.class);
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 770;
    private static final double WHOLE = 100;

    private final Stage stage = new Stage();
    private final Function<Window, Optional<Path>> vectors;
    private final BiConsumer<ImportChoices, Session> onOpen;

    private ImportWindow(Function<Window, Optional<Path>> vectors, BiConsumer<ImportChoices, Session> onOpen) {
        this.vectors = vectors;
        this.onOpen = onOpen;
    }

    /**
     * Shows it.
     *
     * @param desk    of the window that it is asked for in
     * @param vectors chooses a test vector
     * @param onOpen  told of the session that was made
     */
    static void open(
            Desk desk,
            Read.Model model,
            Function<Window, Optional<Path>> vectors,
            BiConsumer<ImportChoices, Session> onOpen) {
        ImportWindow window = new ImportWindow(vectors, onOpen);
        String name = String.valueOf(model.file().getFileName());
        ImportPage page = new ImportPage(title(name), model.choices(), desk.theme(), desk.background(), window);
        Scene scene = new Scene(scaled(page, desk));
        Subscription follows = desk.theme()
                .subscribe(theme -> scene.setFill(ScreenColour.of(theme.tones().window())))
                .and(desk.percent().subscribe(window::fit));
        window.stage.setOnHidden(event -> {
            follows.unsubscribe();
            page.close();
        });
        window.stage.setTitle(
                model.checkpoints().isEmpty()
                        ? TEXTS.get("import.title", name)
                        : TEXTS.get(
                                "import.checkpoints", name, model.checkpoints().size()));
        window.stage.setScene(scene);
        window.stage.show();
    }

    /** What is enlarged gets more room, as far as the screen has it. */
    private void fit(Number percent) {
        double factor = percent.doubleValue() / WHOLE;
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH * factor, room.getWidth()));
        stage.setHeight(Math.min(HEIGHT * factor, room.getHeight()));
        stage.setX(room.getMinX() + (room.getWidth() - stage.getWidth()) / 2);
        stage.setY(room.getMinY() + (room.getHeight() - stage.getHeight()) / 2);
    }

    /** As large as the window that it is asked for in, and by the same keys. */
    private static ScaledPane scaled(ImportPage page, Desk desk) {
        ScaledPane scaled = new ScaledPane(page);
        scaled.percentProperty().bindBidirectional(desk.percent());
        Shortcuts keys = new Shortcuts();
        scaled.addShortcuts(keys);
        keys.listenOn(scaled);
        return scaled;
    }

    private static String title(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public Optional<Path> vector() {
        return vectors.apply(stage);
    }

    @Override
    public void open(ImportChoices chosen, Session session) {
        stage.close();
        onOpen.accept(chosen, session);
    }

    @Override
    public void cancel() {
        stage.close();
    }
}

package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.model.ImportPage;
import org.gatescope.ui.paint.ScreenColour;

/** The page on which a model file is looked at, in a window of its own. */
final class ImportWindow implements ImportPage.Host {
    private static final Texts TEXTS = Texts.of(ImportWindow.class);
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 740;

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
        ImportPage page = new ImportPage(title(name), model.choices(), desk.tones(), desk.background(), window);
        Scene scene = new Scene(page, WIDTH, HEIGHT);
        scene.setFill(ScreenColour.of(desk.tones().window()));
        window.stage.setTitle(
                model.checkpoints().isEmpty()
                        ? TEXTS.get("import.title", name)
                        : TEXTS.get(
                                "import.checkpoints", name, model.checkpoints().size()));
        window.stage.setScene(scene);
        window.stage.show();
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

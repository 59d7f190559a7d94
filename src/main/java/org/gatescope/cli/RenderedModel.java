package org.gatescope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.gatescope.format.FormatException;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.format.weights.WeightFile;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.ui.model.ImportPage;
import org.gatescope.ui.theme.Theme;

/** The import page of a model file, drawn without a display. */
record RenderedModel(Path file, Theme theme, int width, int height) implements Callable<Node> {
    @Override
    public Node call() throws FormatException {
        theme.apply();
        String name = String.valueOf(file.getFileName());
        ImportChoices choices = choices();
        SimpleObjectProperty<Theme> worn = new SimpleObjectProperty<>(theme);
        return new Scene(new ImportPage(name, choices, worn, Background.atOnce(), new Nobody()), width, height)
                .getRoot();
    }

    private ImportChoices choices() throws FormatException {
        try {
            return ImportChoices.usual(WeightFile.read(file));
        } catch (FormatException e) {
            throw TracedModels.inFile(file, e);
        }
    }

    /** Nobody presses a button of a picture. */
    private static final class Nobody implements ImportPage.Host {
        @Override
        public Optional<Path> vector() {
            return Optional.empty();
        }

        @Override
        public void open(ImportChoices chosen, Session session) {}

        @Override
        public void cancel() {}
    }
}

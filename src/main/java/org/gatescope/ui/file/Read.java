package org.gatescope.ui.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.weights.CheckpointSeries;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.format.weights.WeightFile;
import org.gatescope.text.Texts;

/** What reading a file gave. */
public sealed interface Read {
    /** A session. */
    record Whole(Path file, SavedSession saved) implements Read {}

    /**
     * A trained model, of which it is to be chosen what is taken over.
     *
     * @param file        or the folder of its checkpoints
     * @param choices     of the first of them
     * @param checkpoints all of them, in their order; none for a single file
     */
    record Model(Path file, ImportChoices choices, List<Path> checkpoints) implements Read {}

    /** A sentence that says why there is none. */
    record Refused(String sentence) implements Read {}

    /** Reads a file of any kind. What is no session by its name may be a model; neither is told by its name alone. */
    static Read of(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING)) {
            return ofSession(file);
        }
        try {
            List<Path> checkpoints = Files.isDirectory(file) ? CheckpointSeries.files(file) : List.of();
            Path first = checkpoints.isEmpty() ? file : checkpoints.getFirst();
            return new Model(file, ImportChoices.usual(WeightFile.read(first)), checkpoints);
        } catch (FormatException e) {
            boolean isSession = !Files.exists(file) || beginsAsJson(file);
            return isSession
                    ? ofSession(file)
                    : new Refused(Texts.of(Read.class).get("model.refused", name, String.valueOf(e.getMessage())));
        }
    }

    private static boolean beginsAsJson(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '{';
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a session. */
    static Read ofSession(Path file) {
        try {
            return new Whole(file, SessionFile.read(file));
        } catch (FormatException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Hands on what there is. */
    default void into(BiConsumer<Path, SavedSession> onWhole, Consumer<Model> onModel, Consumer<String> onRefused) {
        switch (this) {
            case Whole(Path file, SavedSession saved) -> onWhole.accept(file, saved);
            case Model model -> onModel.accept(model);
            case Refused(String sentence) -> onRefused.accept(sentence);
        }
    }
}

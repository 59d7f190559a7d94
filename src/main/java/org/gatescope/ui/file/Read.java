package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;

/** What reading a file gave. */
public sealed interface Read {
    /** A session. */
    record Whole(Path file, SavedSession saved) implements Read {}

    /** A sentence that says why there is none. */
    record Refused(String sentence) implements Read {}

    /** Reads a file. */
    static Read of(Path file) {
        try {
            return new Whole(file, SessionFile.read(file));
        } catch (FormatException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Hands on what there is. */
    default void into(BiConsumer<Path, SavedSession> onWhole, Consumer<String> onRefused) {
        switch (this) {
            case Whole(Path file, SavedSession saved) -> onWhole.accept(file, saved);
            case Refused(String sentence) -> onRefused.accept(sentence);
        }
    }
}

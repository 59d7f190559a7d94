package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.Versions;

/** What writing a file came to. */
sealed interface Written {
    /**
     * @param file          as it is held now
     * @param isEarlierKept whether what it held before, if it was there, is kept among its versions
     */
    record Whole(OpenFile file, boolean isEarlierKept) implements Written {}

    /** A sentence that says why it was not written. */
    record Refused(String sentence) implements Written {}

    /** Some other window or program has the file open. */
    record Taken() implements Written {}

    /**
     * Writes a file, whatever becomes of what it held.
     *
     * @param now the file of the document before
     */
    static Written to(Path file, Optional<OpenFile> now, SavedSession saved, Versions versions) {
        Optional<OpenFile> same = now.filter(open -> open.isAt(file));
        return same.filter(OpenFile::isHeld)
                .or(() -> OpenFile.take(file))
                .or(() -> same) // it was opened although another has it
                .map(open -> write(open, same, saved, versions))
                .orElseGet(Taken::new);
    }

    private static Written write(OpenFile file, Optional<OpenFile> before, SavedSession saved, Versions versions) {
        try {
            boolean isEarlierKept = versions.keep(file.path(), () -> SessionFile.write(saved, file.path()));
            WholeFile.sweep(Objects.requireNonNull(WholeFile.real(file.path()).getParent()));
            return new Whole(file, isEarlierKept);
        } catch (FormatException e) {
            if (before.filter(open -> open == file).isEmpty()) {
                file.close();
            }
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}

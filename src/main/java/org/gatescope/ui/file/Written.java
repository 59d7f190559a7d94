package org.gatescope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.Versions;

/** What writing a file came to. */
sealed interface Written {
    /** @param isEarlierKept whether what the file held before, if it was there, is kept among its versions */
    record Whole(boolean isEarlierKept) implements Written {}

    /** A sentence that says why it was not written. */
    record Refused(String sentence) implements Written {}

    /** Writes a file, whatever becomes of what it held. */
    static Written to(Path file, SavedSession saved, Versions versions) {
        boolean isEarlierKept = isKept(file, versions);
        try {
            SessionFile.write(saved, file);
            return new Whole(isEarlierKept);
        } catch (FormatException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isKept(Path file, Versions versions) {
        try {
            versions.keep(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package org.gatescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.gatescope.format.session.Draft;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.SavedSession;

/**
 * What a window begins with.
 *
 * @param file      that it is kept in; empty for none
 * @param original  that it is a copy of, as another window or program has that open; empty for none
 * @param draft     where what is not saved yet is kept
 * @param isUnsaved whether it is in no file as it is: a draft of a program that ended, or a copy
 */
record Opened(SavedSession saved, Optional<OpenFile> file, Optional<Path> original, Draft draft, boolean isUnsaved) {
    /** What is in no file. */
    static Opened loose(SavedSession saved, Draft draft, boolean isUnsaved) {
        return new Opened(saved, Optional.empty(), Optional.empty(), draft, isUnsaved);
    }

    /** What is in a file, of which it is a copy if that cannot be had. @param copyTitle of such a copy */
    static Opened of(Path file, SavedSession saved, Draft draft, boolean isUnsaved, String copyTitle) {
        return OpenFile.take(file)
                .map(open -> new Opened(saved, Optional.of(open), Optional.empty(), draft, isUnsaved))
                .orElseGet(() ->
                        new Opened(saved.withTitle(copyTitle), Optional.empty(), Optional.of(file), draft, isUnsaved));
    }
}

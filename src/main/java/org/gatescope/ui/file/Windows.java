package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.Versions;
import org.gatescope.format.weights.CheckpointSeries;
import org.gatescope.session.Session;

/** The windows of the app, as one of them sees them. */
public interface Windows {
    /**
     * Opens another window: on a copy, which says so, where another program has the file open.
     *
     * @param file that the session was read from; empty for none
     */
    void open(SavedSession saved, Optional<Path> file);

    /** Opens another window on a file that another program may have open, too. */
    void openAnyway(SavedSession saved, Path file);

    /** Opens another window on what is in no file: it may be the last copy, so that closing it asks. */
    void openCopy(SavedSession saved);

    /**
     * Opens another window on the checkpoints of a training, which goes through them.
     *
     * @param first session with the parameters of the first one
     */
    void openSeries(Session first, CheckpointSeries series);

    /** Brings the window of a file to the front. @return false where none has it open */
    boolean show(Path file);

    /** Closes this window without asking. */
    void close();

    /** Files that were used last, the latest first. */
    List<Path> recent();

    /** Earlier states of files. */
    Versions versions();

    /** A file has been opened or saved. */
    void used(Path file);
}

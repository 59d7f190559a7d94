package org.gatescope.ui.handin;

import java.nio.file.Path;
import java.util.List;
import org.gatescope.format.session.SessionFile;

/**
 * One file that was handed in.
 *
 * @param marks   one for each question of the lesson; none where it is not that lesson
 * @param problem why it has none; empty where it has
 */
public record HandedIn(Path file, List<Mark> marks, String problem) {
    public HandedIn {
        marks = List.copyOf(marks);
    }

    /** The pupil, as far as the file's name says. */
    String name() {
        return SessionFile.stem(file);
    }

    boolean isRead() {
        return problem.isEmpty();
    }

    /** How many answers are right. */
    int score() {
        return (int)
                marks.stream().filter(mark -> mark.kind() == Mark.Kind.RIGHT).count();
    }
}

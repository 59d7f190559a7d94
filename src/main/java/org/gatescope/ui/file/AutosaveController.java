package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.Draft;
import org.gatescope.format.session.SavedSession;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Subscriptions;
import org.gatescope.ui.desk.Desk;

/** Keeps a draft of what is not saved, some seconds after each change; once it is saved the draft is dropped. */
public final class AutosaveController {
    private static final Duration AFTER = Duration.seconds(3);

    private final Desk desk;
    private final Document document;
    private final Supplier<SavedSession> state;
    private final Draft draft;
    private final BackgroundTask writing;
    private final PauseTransition pause = new PauseTransition(AFTER);
    private final Subscriptions open = new Subscriptions();

    /** @param state what would be saved now */
    public AutosaveController(Desk desk, Document document, Supplier<SavedSession> state, Draft draft) {
        this.desk = desk;
        this.document = document;
        this.state = state;
        this.draft = draft;
        writing = desk.background().task();
        pause.setOnFinished(event -> keep());
        open.add(
                desk.workbench().followSession(session -> changed()),
                desk.lesson().subscribe(lesson -> changed()),
                document.unsaved().subscribe((before, now) -> changed()));
    }

    private void changed() {
        if (document.unsaved().get()) {
            pause.play(); // which goes on where it is under way
        } else {
            pause.stop();
            writing.keepUp(progress -> drop(), done -> {}, failure -> {});
        }
    }

    private boolean drop() {
        draft.drop();
        return true;
    }

    private void keep() {
        SavedSession saved = state.get();
        Optional<Path> file = document.file().get();
        writing.keepUp(
                progress -> problem(saved, file),
                problem -> problem.ifPresent(desk.notices()::warn),
                failure -> desk.notices().warn(failure.sentence()));
    }

    private Optional<String> problem(SavedSession saved, Optional<Path> file) {
        try {
            draft.keep(saved, file);
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** The window closes: what is not saved is not wanted. */
    public void close() {
        open.unsubscribe();
        pause.stop();
        draft.drop();
    }
}

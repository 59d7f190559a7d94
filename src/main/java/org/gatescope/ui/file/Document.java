package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.jspecify.annotations.Nullable;

/**
 * The file that a workbench's session is kept in, and whether it is as it was last saved. An example or task that is opened
 * belongs to no file, so that saving it never overwrites one; as long as nothing is changed there is nothing to be lost.
 */
public final class Document {
    private final Workbench workbench;
    private final ObservableValue<Optional<OpenLesson>> lesson;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final Subscriptions open = new Subscriptions();
    /** The file, held as long as it is this document's. */
    private volatile Optional<OpenFile> held;
    /** Of the file as it was read or written here last. */
    private Optional<FileStamp> stamp;
    /** Of the file as it was looked at last. */
    private Optional<FileStamp> told = Optional.empty();
    /** As it was saved; null where it never was and would be lost. */
    private @Nullable Session kept;
    /** The answers to its lesson, as they were saved. */
    private Map<Integer, String> keptAnswers = Map.of();

    /** The lesson as it was saved, or opened with the session. */
    private Optional<Lesson> keptLesson = Optional.empty();

    private boolean isClosed;

    /**
     * @param lesson    that is open, whose answers are kept with the session
     * @param held      the file that it is kept in, which is closed with the document; empty for none
     * @param isUnsaved whether the workbench's session was never saved as it is
     */
    public Document(
            Workbench workbench,
            ObservableValue<Optional<OpenLesson>> lesson,
            Optional<OpenFile> held,
            boolean isUnsaved) {
        this.workbench = workbench;
        this.lesson = lesson;
        this.held = held;
        file.set(held.map(OpenFile::path));
        stamp = file.get().map(FileStamp::of);
        kept = isUnsaved ? null : workbench.session().get();
        keptAnswers = answers(lesson.getValue());
        keptLesson = lesson.getValue().map(OpenLesson::lesson);
        open.add(
                workbench.followOpened(this::detach),
                workbench.followSession(session -> compare()),
                lesson.subscribe(now -> compare()));
    }

    /** Where it is kept; empty until it is saved for the first time. */
    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /** True while something would be lost if the window were closed. */
    public ReadOnlyBooleanProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** The file's name, or what the session calls itself. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** The file as it is held. On any thread. */
    Optional<OpenFile> held() {
        return held;
    }

    /**
     * @param place that it is kept in now
     * @param saved as it was written, which may have changed since
     */
    void saved(OpenFile place, SavedSession saved) {
        kept = saved.session();
        keptAnswers = answers(saved.lesson());
        keptLesson = saved.lesson().map(OpenLesson::lesson);
        hold(Optional.of(place));
        if (isClosed) {
            letGo();
        }
        compare();
    }

    private void hold(Optional<OpenFile> now) {
        held.filter(before -> now.filter(place -> place == before).isEmpty()).ifPresent(OpenFile::close);
        held = now;
        stamp = now.map(OpenFile::path).map(FileStamp::of);
        file.set(now.map(OpenFile::path));
    }

    private void letGo() {
        held.ifPresent(OpenFile::close);
    }

    /** Whether another program has written the file, and nobody was told of that yet. */
    boolean isOvertakenAnew() {
        Optional<FileStamp> now = file.get().map(FileStamp::of);
        boolean isAnew = isOvertaken() && !now.equals(told);
        told = now;
        return isAnew;
    }

    /** Whether another program has written the file since. */
    boolean isOvertaken() {
        return file.get()
                .filter(place -> stamp.filter(known -> known.isAnother(place)).isPresent())
                .isPresent();
    }

    private static Map<Integer, String> answers(Optional<OpenLesson> lesson) {
        return lesson.map(OpenLesson::answers).orElse(Map.of());
    }

    private void detach() {
        kept = workbench.session().get();
        keptAnswers = Map.of();
        keptLesson = Optional.empty();
        hold(Optional.empty());
        compare();
    }

    private void compare() {
        name.set(file.get()
                .map(place -> String.valueOf(place.getFileName()))
                .orElse(workbench.session().get().title()));
        unsaved.set(!workbench.session().get().equals(kept)
                || !answers(lesson.getValue()).equals(keptAnswers)
                || isRewritten());
    }

    /** The lesson that a session was opened with is taken for kept. */
    private boolean isRewritten() {
        Optional<Lesson> now = lesson.getValue().map(OpenLesson::lesson);
        if (keptLesson.isEmpty()) {
            keptLesson = now;
        }
        return now.isPresent() && !now.equals(keptLesson);
    }

    /** Lets go of the workbench and of the file. */
    public void close() {
        open.unsubscribe();
        isClosed = true;
        letGo();
    }
}

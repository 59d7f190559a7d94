package org.gatescope.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final ReadOnlyObjectWrapper<Optional<Path>> file;
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final Subscriptions open = new Subscriptions();
    /** Of the file as it was read or written here last. */
    private Optional<FileStamp> stamp;
    /** As it was saved; null where it never was and would be lost. */
    private @Nullable Session kept;

    /**
     * @param file        that it is kept in; empty for none
     * @param isUnsaved   whether the workbench's session was never saved as it is
     */
    public Document(Workbench workbench, Optional<Path> file, boolean isUnsaved) {
        this.workbench = workbench;
        this.file = new ReadOnlyObjectWrapper<>(file);
        stamp = file.map(FileStamp::of);
        kept = isUnsaved ? null : workbench.session().get();
        open.add(workbench.followOpened(this::detach), workbench.followSession(session -> compare()));
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

    /** @param session as it was written, which may have changed since */
    void saved(Path place, Session session) {
        kept = session;
        stamp = Optional.of(FileStamp.of(place));
        file.set(Optional.of(place));
        compare();
    }

    /** Whether another program has written the file since. */
    boolean isOvertaken() {
        return file.get()
                .filter(place -> stamp.filter(known -> known.isAnother(place)).isPresent())
                .isPresent();
    }

    private void detach() {
        kept = workbench.session().get();
        file.set(Optional.empty());
        compare();
    }

    private void compare() {
        name.set(file.get()
                .map(place -> String.valueOf(place.getFileName()))
                .orElse(workbench.session().get().title()));
        unsaved.set(!workbench.session().get().equals(kept));
    }

    /** Lets go of the workbench. */
    public void close() {
        open.unsubscribe();
    }
}

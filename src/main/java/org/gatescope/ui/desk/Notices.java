package org.gatescope.ui.desk;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Sentences to be read once, from wherever they come to the status line. */
public final class Notices {
    private static final Notice NONE = new Notice("", false);

    private final ReadOnlyObjectWrapper<Notice> latest = new ReadOnlyObjectWrapper<>(NONE);

    /** What was said last, until something else is done. */
    public record Notice(String text, boolean isWarning) {}

    /** The latest of them; its text is empty where there is nothing to be said. */
    public ReadOnlyObjectProperty<Notice> latest() {
        return latest.getReadOnlyProperty();
    }

    /** Something to be known. */
    public void tell(String sentence) {
        latest.set(new Notice(sentence, false));
    }

    /** Something that could not be. */
    public void warn(String sentence) {
        latest.set(new Notice(sentence, true));
    }

    /** What was said is past. */
    public void clear() {
        latest.set(NONE);
    }
}

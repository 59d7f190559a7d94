package org.gatescope.ui.desk;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Sentences to be read once, from wherever they come to the status line. */
public final class Notices {
    private static final Notice NONE = new Notice("", false, null);

    private final ReadOnlyObjectWrapper<Notice> latest = new ReadOnlyObjectWrapper<>(NONE);

    /**
     * What was said last, until something else is done.
     *
     * @param offer what can be done about it
     */
    public record Notice(
            String text, boolean isWarning, @Nullable Offer offer) {}

    /** What a button beside a sentence does. */
    public record Offer(String label, Runnable action) {}

    /** The latest of them; its text is empty where there is nothing to be said. */
    public ReadOnlyObjectProperty<Notice> latest() {
        return latest.getReadOnlyProperty();
    }

    /** Something to be known. */
    public void tell(String sentence) {
        latest.set(new Notice(sentence, false, null));
    }

    /** Something to be known, and what can be done about it. */
    public void tell(String sentence, Offer offer) {
        latest.set(new Notice(sentence, false, offer));
    }

    /** Something that could not be. */
    public void warn(String sentence) {
        latest.set(new Notice(sentence, true, null));
    }

    /** What was said is past. */
    public void clear() {
        latest.set(NONE);
    }
}

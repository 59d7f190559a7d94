package org.gatescope.ui.lesson.edit;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was typed before, to be taken back: a run of keys in one entry is one change. */
final class DraftHistory {
    private static final int MOST = 500;

    private final Deque<LessonDraft> before = new ArrayDeque<>();
    private final Deque<LessonDraft> after = new ArrayDeque<>();
    private LessonDraft now;
    private String entry = "";

    DraftHistory(LessonDraft first) {
        now = first;
    }

    LessonDraft now() {
        return now;
    }

    /** @param key of the entry that was typed in; empty for a change that stands by itself */
    void put(String key, LessonDraft next) {
        if (key.isEmpty() || !key.equals(entry)) {
            before.push(now);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        after.clear();
        entry = key;
        now = next;
    }

    /** Goes to another step, which is nothing to take back. */
    void look(int step) {
        now = now.at(step);
        entry = "";
    }

    /** The same with what can be asked found anew. */
    void settle(LessonDraft same) {
        now = same;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    void undo() {
        after.push(now);
        now = before.pop();
        entry = "";
    }

    void redo() {
        before.push(now);
        now = after.pop();
        entry = "";
    }
}

package org.gatescope.session;

import org.gatescope.engine.training.Snapshot;

/** A session's training, epoch by epoch. Used by one thread at a time. */
public interface Epochs {
    /** Before the first update. */
    Snapshot first();

    /** After one update more; it depends on nothing but the snapshot. */
    Snapshot next(Snapshot before);

    /** The session at a moment of its training. */
    Session at(Snapshot snapshot);
}

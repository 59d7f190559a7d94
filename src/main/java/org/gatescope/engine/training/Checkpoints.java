package org.gatescope.engine.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * Snapshots of a training within a budget of bytes: the first, the latest, and between them one every so many epochs.
 * Once they take more, every other one goes, so that they lie twice as far apart.
 */
final class Checkpoints {
    private final long budget;
    private final TreeMap<Integer, Snapshot> kept = new TreeMap<>();
    private long bytes;
    private int interval = 1;

    /** @param budget bytes; a first and a latest snapshot are kept whatever they take */
    Checkpoints(Snapshot first, long budget) {
        this.budget = budget;
        add(first);
    }

    void add(Snapshot snapshot) {
        forgetLatest();
        put(snapshot);
        while (bytes > budget && kept.size() > 2 && interval <= Integer.MAX_VALUE / 2) {
            interval *= 2;
            kept.keySet().stream()
                    .filter(epoch -> epoch % interval != 0 && epoch != snapshot.epoch())
                    .toList()
                    .forEach(this::remove);
        }
    }

    /** The latest stays only if it is one of those that would be kept anyway. */
    private void forgetLatest() {
        if (!kept.isEmpty() && kept.lastKey() % interval != 0) {
            remove(kept.lastKey());
        }
    }

    /** The snapshot of an epoch, or the last one that is kept before it. */
    Snapshot before(int epoch) {
        Map.Entry<Integer, Snapshot> found = kept.floorEntry(epoch);
        if (found == null) {
            throw new IllegalArgumentException("no epoch " + epoch);
        }
        return found.getValue();
    }

    Snapshot latest() {
        return kept.lastEntry().getValue();
    }

    /** Forgets all that came after a snapshot, which is the latest from then on. */
    void rewind(Snapshot to) {
        kept.tailMap(to.epoch(), true).keySet().stream().toList().forEach(this::remove);
        put(to);
    }

    int size() {
        return kept.size();
    }

    private void put(Snapshot snapshot) {
        kept.put(snapshot.epoch(), snapshot);
        bytes += snapshot.bytes();
    }

    private void remove(int epoch) {
        Snapshot removed = kept.remove(epoch);
        if (removed != null) {
            bytes -= removed.bytes();
        }
    }
}

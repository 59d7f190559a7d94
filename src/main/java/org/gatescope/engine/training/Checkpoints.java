package org.gatescope.engine.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Snapshots of a training within a budget of bytes: the first, the latest, and between them one every so many epochs.
 * Once they take more, every other one goes, so that they lie twice as far apart.
 */
final class Checkpoints {
    private final long budget;
    private final int first;
    private final TreeMap<Integer, Snapshot> kept = new TreeMap<>();
    private long bytes;
    private int interval = 1;

    /** @param budget bytes; a first and a latest snapshot are kept whatever they take */
    Checkpoints(Snapshot first, long budget) {
        this.first = first.epoch();
        this.budget = budget;
        put(first);
    }

    /** @param latest of a later epoch than all before */
    void add(Snapshot latest) {
        removeUnlessRegular(kept.lastKey());
        put(latest);
        while (bytes > budget && kept.size() > 2 && interval <= Integer.MAX_VALUE / 2) {
            interval *= 2;
            List<Integer> earlier = List.copyOf(kept.headMap(latest.epoch()).keySet());
            earlier.forEach(this::removeUnlessRegular);
        }
    }

    private void removeUnlessRegular(int epoch) {
        if ((epoch - first) % interval != 0) {
            bytes -= Objects.requireNonNull(kept.remove(epoch)).bytes();
        }
    }

    private void put(Snapshot snapshot) {
        kept.put(snapshot.epoch(), snapshot);
        bytes += snapshot.bytes();
    }

    /** The snapshot of an epoch, or the last one that is kept before it. */
    Snapshot before(int epoch) {
        Map.Entry<Integer, Snapshot> found = kept.floorEntry(epoch);
        if (found == null) {
            throw new IllegalArgumentException("no epoch " + epoch);
        }
        return found.getValue();
    }

    int size() {
        return kept.size();
    }
}

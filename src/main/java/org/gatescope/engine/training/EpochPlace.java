package org.gatescope.engine.training;

/**
 * Where an update stands.
 *
 * @param update   from 0, over all epochs
 * @param perEpoch updates in an epoch
 */
record EpochPlace(int update, int perEpoch) {
    int epoch() {
        return update / perEpoch;
    }

    boolean isFirst() {
        return update % perEpoch == 0;
    }

    boolean isLast() {
        return update % perEpoch == perEpoch - 1;
    }
}

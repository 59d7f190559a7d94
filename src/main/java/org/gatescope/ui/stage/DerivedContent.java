package org.gatescope.ui.stage;

import org.gatescope.picture.lane.LaneContent;

/** The numbers of a lane, shown otherwise: what is not said here is as in the lane that they come from. */
interface DerivedContent extends LaneContent {
    LaneContent of();

    @Override
    default int steps() {
        return of().steps();
    }

    @Override
    default int units() {
        return of().units();
    }

    @Override
    default boolean has(int t) {
        return of().has(t);
    }

    @Override
    default boolean isHidden(int t, int unit) {
        return of().isHidden(t, unit);
    }

    @Override
    default boolean canSaturate() {
        return of().canSaturate();
    }

    @Override
    default int computedFrom() {
        return of().computedFrom();
    }

    @Override
    default int computedTo() {
        return of().computedTo();
    }
}

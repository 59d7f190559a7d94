package org.gatescope.session.debug;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.gatescope.session.Pass;

/**
 * The operations of a pass at which a breakpoint may strike: the same places in each of its steps from one to another.
 *
 * @param start  operations before the pass
 * @param from   the first step that counts, in the order of playing
 * @param to     without this one
 * @param places ascending, within a step
 * @param test   tells whether it strikes
 */
record Candidates(Pass pass, long start, int from, int to, List<Integer> places, Test test) {
    interface Test {
        /** @param k step in the order of playing */
        boolean at(int k, int place);
    }

    /** The first strike at a position after {@code low}, up to and with {@code high}. */
    OptionalLong forth(long low, long high, BooleanSupplier wanted) {
        for (int k = Math.max(from, firstStep(low)); k < to && stepStart(k) < high && wanted.getAsBoolean(); k++) {
            for (int place : places) {
                long position = position(k, place);
                if (position > low && position <= high && test.at(k, place)) {
                    return OptionalLong.of(position);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** The last strike at a position before {@code high}, down to and with {@code low}. */
    OptionalLong back(long low, long high, BooleanSupplier wanted) {
        for (int k = Math.min(to - 1, firstStep(high));
                k >= from && stepStart(k + 1) >= low && wanted.getAsBoolean();
                k--) {
            for (int place : places.reversed()) {
                long position = position(k, place);
                if (position >= low && position < high && test.at(k, place)) {
                    return OptionalLong.of(position);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** What the test says at the last of them up to and with a position; false where there is none. */
    boolean holdsAt(long position) {
        for (int k = Math.min(to - 1, firstStep(position)); k >= from; k--) {
            for (int place : places.reversed()) {
                if (position(k, place) <= position) {
                    return test.at(k, place);
                }
            }
        }
        return false;
    }

    private int firstStep(long position) {
        return Math.clamp((position - start) / pass.operations().size(), 0, pass.steps());
    }

    private long stepStart(int k) {
        return start + (long) k * pass.operations().size();
    }

    /** Just after the operation. */
    private long position(int k, int place) {
        return stepStart(k) + place + 1;
    }
}

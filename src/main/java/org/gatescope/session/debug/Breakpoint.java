package org.gatescope.session.debug;

import org.gatescope.cell.Condition;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead.Moment;

/** Where playing stops. A breakpoint strikes at operations: the playhead then stands just after one of them. */
public sealed interface Breakpoint {
    /** False while it is disabled. */
    boolean enabled();

    Breakpoint enabled(boolean on);

    /** Whenever a part completes a quantity, or a gradient {@code d.NAME}. */
    record OnOperation(Phase phase, String part, String quantity, boolean enabled) implements Breakpoint {
        /** On what the operation there computes. */
        public static OnOperation at(Moment moment) {
            return new OnOperation(
                    moment.phase(), moment.part(), moment.operation().quantity(), true);
        }

        @Override
        public Breakpoint enabled(boolean on) {
            return new OnOperation(phase, part, quantity, on);
        }
    }

    /** Whenever a part has done a time step, in any phase. */
    record OnStep(int step, boolean enabled) implements Breakpoint {
        @Override
        public Breakpoint enabled(boolean on) {
            return new OnStep(step, on);
        }
    }

    /** Where a condition becomes true, in any part that has all of its names. */
    record OnCondition(String text, Condition condition, boolean enabled) implements Breakpoint {
        /** @throws org.gatescope.cell.CellException if the text is no condition */
        public static OnCondition of(String text) {
            return new OnCondition(text, Condition.parse(text), true);
        }

        @Override
        public Breakpoint enabled(boolean on) {
            return new OnCondition(text, condition, on);
        }
    }

    /** Where a part's numbers leave the finite ones, in any sequence. */
    record OnNonFinite(boolean enabled) implements Breakpoint {
        @Override
        public Breakpoint enabled(boolean on) {
            return new OnNonFinite(on);
        }
    }
}

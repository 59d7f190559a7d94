package org.gatescope.explain;

import org.gatescope.cell.QuantityName;
import org.gatescope.engine.FullName;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.RunTable.Kind;
import org.gatescope.session.Pass;
import org.gatescope.session.Phase;
import org.gatescope.session.Schedule;

/** When a number of a run is there, in operations that are done; what is given is there before all of them. */
record ComputedOrder(Schedule schedule) {
    /** Of what is given. */
    static final long GIVEN = -1;

    /** True for what is computed from the last step to the first. */
    boolean isDescending(RunTable table) {
        int pass = table.kind() == Kind.COMPUTED ? pass(phase(table), table.part()) : -1;
        return pass >= 0 && schedule.pass(pass).descending();
    }

    /** @return from {@link #GIVEN} to the length of the schedule */
    long place(RunTable table, int step) {
        return switch (table.kind()) {
            case GIVEN -> GIVEN;
            case COMPUTED -> computed(table, step);
            case SUMMED -> summed(table.name());
        };
    }

    private long computed(RunTable table, int step) {
        int found = pass(phase(table), table.part());
        if (found < 0) {
            return schedule.length();
        }
        Pass pass = schedule.pass(found);
        int operations = pass.operations().size();
        boolean isBackward = pass.phase() == Phase.BACKWARD;
        int done = pass.completions().getOrDefault(table.name(), isBackward ? operations - 1 : -1) + 1;
        return schedule.start(found) + (pass.played(step) - 1L) * operations + done;
    }

    private long summed(String name) {
        boolean isLoss = name.equals(ReadOutEquations.TOTAL);
        int found = isLoss
                ? pass(Phase.LOSS, Schedule.TOTAL)
                : pass(Phase.BACKWARD, FullName.of(name).part());
        return found < 0
                ? schedule.length()
                : schedule.start(found) + schedule.pass(found).length();
    }

    private static Phase phase(RunTable table) {
        if (QuantityName.isGradient(table.name())) {
            return Phase.BACKWARD;
        }
        return table.part().equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
    }

    private int pass(Phase phase, String part) {
        for (int i = 0; i < schedule.passes(); i++) {
            Pass pass = schedule.pass(i);
            if (pass.phase() == phase && pass.part().equals(part)) {
                return i;
            }
        }
        return -1;
    }
}

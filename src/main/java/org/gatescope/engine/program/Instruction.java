package org.gatescope.engine.program;

/** One thing that a compiled plan does: a flat loop or a matrix product over the rows of one step, or of all steps. */
@FunctionalInterface
public interface Instruction {
    /** @param t the time step; 0 where all steps are done at once */
    void run(int t);
}

package org.gatescope.engine.program;

/** The parts of a compiled plan, in the order in which they run. */
public enum Section {
    /** What depends on parameters alone: once. */
    STATIC,
    /** What depends on the input and parameters: all steps at once. */
    SERIES,
    /** Step by step, t rising. */
    FORWARD,
    /** Step by step, t falling. */
    BACKWARD,
    /** Gradients that no earlier step waits for: all steps at once. */
    AFTERWARDS,
    /** Gradients of parameters: once, over all steps. */
    FINAL;

    /** True if it runs once for every time step. */
    public boolean isPerStep() {
        return this == FORWARD || this == BACKWARD;
    }
}

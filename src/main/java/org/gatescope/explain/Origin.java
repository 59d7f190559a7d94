package org.gatescope.explain;

/** Where a group of terms comes from. */
public sealed interface Origin {
    /** A summand of an equation. */
    record Summand() implements Origin {}

    /** What a layer reads and carries past itself into its output. @param layer from 0 */
    record CarriedPast(int layer) implements Origin {}

    /** The number itself, as another step, part or table has it. */
    record Same() implements Origin {}

    /** What reaches the output of this step from the loss or from above. */
    record FromOutput(int step) implements Origin {}

    /** What comes back through time from the step that is computed next, or from the gradient of the last state. */
    record BackThroughTime(int step) implements Origin {}

    /** What comes back through time and has come from too far for the window that truncates backpropagation. */
    record BeyondWindow() implements Origin {}

    /**
     * What comes back from a use within the step.
     *
     * @param quantity the statement that uses it, as it is read
     */
    record Through(String quantity) implements Origin {}

    /** What was typed as the gradient from above. */
    record Typed() implements Origin {}

    /** What a part hands down: a layer's direction above, or the read-out. */
    record FromPart(String part) implements Origin {}

    /**
     * The shares of all time steps.
     *
     * @param part the direction that computes them
     */
    record OverTime(String part) implements Origin {}
}

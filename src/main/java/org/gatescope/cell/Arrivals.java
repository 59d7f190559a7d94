package org.gatescope.cell;

import org.gatescope.cell.Expression.Name;

/** Names for what reaches a state from outside its step; their brackets keep them apart from names that users give. */
public final class Arrivals {
    /** The gradient that the loss, or a typed table, puts on the output of this step. */
    public static final Name UPSTREAM = new Name("upstream[t]");

    private static final String NEXT = "[t+1]";

    private static final String CUT_OFF = "[t+k]";

    private Arrivals() {}

    /** The gradient that the next step hands back to a state; at the last step, that of the final state. */
    public static Name fromNextStep(String state) {
        return new Name(Cell.gradient(state) + NEXT);
    }

    /** True for a name made by {@link #fromNextStep}. */
    public static boolean isFromNextStep(String name) {
        return name.endsWith(NEXT);
    }

    /** What the next step hands back to a state and a window that slides over time does not let arrive. */
    public static Name cutOff(String state) {
        return new Name(Cell.gradient(state) + CUT_OFF);
    }

    /** True for a name made by {@link #cutOff}. */
    public static boolean isCutOff(String name) {
        return name.endsWith(CUT_OFF);
    }

    /** {@code h} of {@code d.h[t+1]}: whose gradient the next step hands back. */
    public static String state(String arrival) {
        return QuantityName.base(arrival);
    }
}

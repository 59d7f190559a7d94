package org.gatescope.cell;

/**
 * Books and libraries whose names the app can take: what they call gates and states, and how they say the step. Each comes
 * with the rest of its notation, which may be chosen otherwise.
 */
public enum Book {
    /** i f g o; r z n; h′ after the step, h before it: PyTorch’s names. */
    GATESCOPE(Time.PRIME, false, 0),
    /** i f c̃ o; r z h̃; h with the subscript t: Olah’s “Understanding LSTM networks”, Wikipedia. */
    OLAH(Time.SUBSCRIPT, true, 1),
    /** Γ with the subscripts u, f, o and r; c̃; a⟨t⟩: Ng’s “Sequence models”. */
    NG(Time.ANGLES, true, 1),
    /** i f c̃ o; r z h̃; h⟨t⟩: Cho et al. 2014. */
    CHO(Time.ANGLES, true, 1),
    /** i f j o; r u c: the cells of TensorFlow 1. */
    TENSORFLOW(Time.PRIME, false, 0);

    /** How a quantity says of which step it is. */
    enum Time {
        /** h′ after the step, h before it. */
        PRIME,
        /** t below each. */
        SUBSCRIPT,
        /** ⟨t⟩ above each. */
        ANGLES
    }

    private final Time time;
    private final boolean hasColumns;
    private final int firstStep;

    Book(Time time, boolean hasColumns, int firstStep) {
        this.time = time;
        this.hasColumns = hasColumns;
        this.firstStep = firstStep;
    }

    Time time() {
        return time;
    }

    /** The book’s names with its own vectors and its own first step. */
    public Convention convention() {
        return new Convention(this, hasColumns, firstStep);
    }
}

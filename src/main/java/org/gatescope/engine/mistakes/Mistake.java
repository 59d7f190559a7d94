package org.gatescope.engine.mistakes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gatescope.text.Texts;

/**
 * A way to get a recurrent network wrong. docs/mistakes.md shows each, with the notebook it is from; the forget gate that
 * is added is a cell of its own.
 */
public enum Mistake {
    /** The loop over time returns within its first turn: what it would have written later is memory as it was found. */
    FIRST_STEP_ONLY(Where.FORWARD),
    /** The slope of every activation is taken at the last step, whatever the step. */
    SLOPE_AT_LAST_STEP(Where.BACKWARD),
    /** The gradient from above counts as its square. */
    UPSTREAM_TWICE(Where.BACKWARD),
    /** What the next step hands back never arrives. */
    RECURRENT_GRADIENT_LOST(Where.BACKWARD),
    /** {@code h @ Wh} stands where h belongs in the gradient of Wh. */
    WEIGHT_GRADIENT_FROM_PRODUCT(Where.BACKWARD),
    /** Each step of the backward loop updates the weights that the next one uses. */
    UPDATE_WITHIN_LOOP(Where.BACKWARD),
    /** Every step of the backward loop sees the values of the last step, and its results come in order of calls. */
    STEP_COUNTER_STUCK(Where.BACKWARD),
    /** The slope of every activation is taken at its value instead of its argument. */
    SLOPE_AT_OUTPUT(Where.BACKWARD),
    /** The gradient from above never arrives. */
    UPSTREAM_IGNORED(Where.BACKWARD),
    /** The gradient of the weights stands where the weights belong in the gradient of x. */
    INPUT_GRADIENT_FROM_WEIGHT_GRADIENT(Where.BACKWARD),
    /** {@code =} instead of {@code +=}: of every parameter the gradient of one step is left. */
    LAST_GRADIENT_KEPT(Where.BACKWARD),
    /** What goes back to the states is multiplied by square matrices as they are. */
    TRANSPOSE_MISSING(Where.BACKWARD),
    /** Each sequence of a batch begins where the one before it ended. */
    STATE_NOT_RESET(Where.FORWARD),
    /** The gradients of an update begin with those of the updates before. */
    GRADIENTS_NOT_ZEROED(Where.UPDATE);

    /** What a mistake makes wrong first. */
    public enum Where {
        /** The values, and with them all that is derived from them; differences see the same wrong values. */
        FORWARD,
        /** The gradients alone. */
        BACKWARD,
        /** What is carried from one update to the next. */
        UPDATE
    }

    private static final Texts TEXTS = Texts.of(Mistake.class);

    private final Where where;

    Mistake(Where where) {
        this.where = where;
    }

    /** What it makes wrong first. */
    public Where where() {
        return where;
    }

    /** As files have it: {@code first-step-only}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mistake of an id; empty if there is none. */
    public static Optional<Mistake> of(String id) {
        return Arrays.stream(values())
                .filter(mistake -> mistake.id().equals(id))
                .findFirst();
    }

    /** In the user's language. */
    public String title() {
        return TEXTS.get(id() + ".title");
    }

    /** One sentence in the user's language. */
    public String explanation() {
        return TEXTS.get(id() + ".explanation");
    }

    /** Why a gradient check can agree in spite of it; one sentence in the user's language. */
    public String whyUnseen() {
        return TEXTS.get(id() + ".unseen");
    }
}

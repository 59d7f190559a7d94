package org.gatescope.ui.stage;

import java.util.Locale;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.ui.words.Quantity;

/** What of each cell is seen while several stand above one another. */
public enum BandKind {
    GATES,
    /** What a state takes up, and whatever else is neither gate nor state. */
    CANDIDATES,
    STATES,
    /** Of the loss with respect to the states. */
    GRADIENTS,
    /** The norm of the gradient with respect to what the cell puts out. */
    FLOW;

    /** In the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** None of the flow: that is one lane of its own. */
    boolean has(Quantity quantity) {
        boolean isState = QuantityName.isAfter(quantity.name());
        if (quantity.isPreActivation() || quantity.name().equals(Cell.INPUT)) {
            return false;
        }
        return switch (this) {
            case GATES -> !quantity.isGradient() && quantity.isGate();
            case CANDIDATES -> !quantity.isGradient() && !quantity.isGate() && !isState;
            case STATES -> !quantity.isGradient() && isState;
            case GRADIENTS -> quantity.isGradient() && isState;
            case FLOW -> false;
        };
    }
}

package org.gatescope.picture;

/** What kind of quantity a colour stands for; each has a map of its own, so that a frozen picture cannot be misread. */
public enum Family {
    /** States, candidates, outputs: signed. */
    VALUES(ColourMap.VIK),
    /** Gates, from 0 to 1. */
    GATES(ColourMap.TEAL),
    /** Derivatives of the loss: signed. Of one sign they stay far from the values' colours, for colour-blind readers too. */
    GRADIENTS(ColourMap.PRGN),
    /** Parameters: signed. */
    WEIGHTS(ColourMap.BRBG);

    private final ColourMap map;

    Family(ColourMap map) {
        this.map = map;
    }

    /** The map unless the user chooses another. */
    public ColourMap map() {
        return map;
    }

    /** Whether values lie on both sides of zero. */
    public boolean signed() {
        return this != GATES;
    }
}
